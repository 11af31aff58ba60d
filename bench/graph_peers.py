"""One measurement of bench/graph.ts: `igraph|networkx|networkx-without-lxml PATH SCALE` writes the same graph as GraphML, and prints as JSON what it took."""

import json
import os
import resource
import sys
import time


def main(peer, path, scale):
    nodes = round(100_000 * scale)
    ends = [((index * 7919) % nodes, (index * 104_729 + 1) % nodes) for index in range(nodes * 5)]
    write = igraph_writer(nodes, ends) if peer == "igraph" else networkx_writer(nodes, ends, peer)
    start = time.process_time()
    write(path)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": os.path.getsize(path) / 1e6, "memory": memory}))


def attributes(index):
    return {
        "label": f"节点 {index}",
        "entity_type": ("agency", "place", "person")[index % 3],
        "first_date": f"20{10 + index % 13}-0{1 + index % 9}-1{index % 10}",
        "sentence": f"第{index}号文件印发了《规划》，由有关部门 A & B 负责实施。",
        "mentions": index % 997,
        "documents": index % 89,
        "weight": 1 + index % 7,
        "share": (index % 1000) / 7,
        "score": index / 3,
        "known": index % 2 == 0,
    }


def igraph_writer(nodes, ends):
    import igraph

    graph = igraph.Graph(n=nodes, edges=ends, directed=True)
    for name in attributes(0):
        graph.vs[name] = [attributes(index)[name] for index in range(nodes)]
        graph.es[name] = [attributes(index)[name] for index in range(len(ends))]
    return graph.write_graphml


def networkx_writer(nodes, ends, peer):
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from((f"n{index}", attributes(index)) for index in range(nodes))
    graph.add_edges_from((f"n{source}", f"n{target}", f"e{index}", attributes(index)) for index, (source, target) in enumerate(ends))
    write = networkx.write_graphml if peer == "networkx" else networkx.write_graphml_xml
    return lambda path: write(graph, path)


main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
