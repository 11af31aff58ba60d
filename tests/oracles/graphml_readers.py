#!/usr/bin/python3
"""Read a GraphML file with networkx and igraph, and compare it with the graph.json that it was written from.

    graphml_readers.py GRAPH.json GRAPH.graphml

Nodes, edges and their attributes must be the same in all three. Prints each difference and ends with status 1 if there is
one. Works on policygraph's own graphs, whose nested attributes stand flat in GraphML, and on any other export of graphology.
"""

import json
import sys
from collections import Counter

import igraph
import networkx

ADDED = {"edge_id", "edge_key", "node_key", "labels"}


def main(json_path, graphml_path):
    with open(json_path, encoding="utf-8") as file:
        graph = json.load(file)
    expected = expected_graph(graph)
    readers = {"networkx": read_with_networkx, "igraph": read_with_igraph}
    differences = []
    for name, read in readers.items():
        found = read(graphml_path)
        for part in ("nodes", "edges"):
            differences += [f"{name} {part}: {what}" for what in compare(expected[part], found[part])]
        print(f"{name}: {len(found['nodes'])} nodes, {len(found['edges'])} edges")
    for difference in differences[:40]:
        print(difference, file=sys.stderr)
    return 1 if differences else 0


def read_with_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    keys = {node: data.get("node_key", node) for node, data in graph.nodes(data=True)}
    return {
        "nodes": {keys[node]: cleaned(data) for node, data in graph.nodes(data=True)},
        "edges": {data.get("edge_key", key): (keys[source], keys[target], cleaned(data))
                  for source, target, key, data in graph.edges(keys=True, data=True)},
    }


def read_with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    keys = [vertex.attributes().get("node_key") or vertex["id"] for vertex in graph.vs]
    nodes = {}
    for vertex in graph.vs:
        nodes[keys[vertex.index]] = cleaned({name: value for name, value in vertex.attributes().items() if name != "id"})
    edges = {}
    for edge in graph.es:
        data = edge.attributes()
        data.pop("id", None)
        edges[data.get("edge_key") or data["edge_id"]] = (keys[edge.source], keys[edge.target], cleaned(data))
    return {"nodes": nodes, "edges": edges}


def cleaned(data):
    """An attribute that an element lacks is "" or NaN in igraph."""
    return {name: value for name, value in data.items()
            if name not in ADDED and value is not None and value != "" and value == value}


def expected_graph(graph):
    is_ours = graph.get("attributes", {}).get("policygraph") == 1
    node_of, edge_of = (our_node, our_edge) if is_ours else (plain, plain)
    labels = Counter(node.get("attributes", {}).get("label") for node in graph["nodes"])
    nodes = {}
    for node in graph["nodes"]:
        data = node_of(node.get("attributes", {}))
        if is_ours:
            label = data["label"]
            data["name"] = f"{label} [{node['key']}]" if labels[label] > 1 else label
        else:
            data = {"label": node["key"], "name": node["key"], **data}
        nodes[node["key"]] = data
    edges = {edge["key"]: (edge["source"], edge["target"], edge_of(edge.get("attributes", {}))) for edge in graph["edges"]}
    return {"nodes": nodes, "edges": edges}


def plain(data):
    return {name: value for name, value in data.items() if value is not None and value != ""}


def our_node(data):
    shown = {name: data.get(name) for name in ("label", "mentions", "documents", "first_date", "last_date")}
    shown["entity_type"] = data["type"]
    shown["aliases"] = " | ".join(data["aliases"])
    shown["joined_keys"] = " | ".join(joined["key"] for joined in data["joined"])
    return {**plain(shown), **our_evidence(data)}


def our_edge(data):
    shown = {name: data.get(name) for name in ("predicate", "weight", "symmetric", "first_date", "last_date")}
    shown["label"] = shown["interaction"] = data["predicate"]
    shown["dates"] = " | ".join(data["dates"])
    return {**plain(shown), **plain(data["qualifiers"]), **our_evidence(data)}


def our_evidence(data):
    ids = [evidence["id"] for evidence in data["evidence"]]
    return plain({"evidence_count": len(ids), "evidence_ids": " | ".join(ids[:50])})


def compare(expected, found):
    for key in sorted(expected.keys() - found.keys()):
        yield f"{key} is missing"
    for key in sorted(found.keys() - expected.keys()):
        yield f"{key} was not in the graph"
    for key in sorted(expected.keys() & found.keys()):
        yield from compare_element(key, expected[key], found[key])


def compare_element(key, expected, found):
    if isinstance(expected, tuple):
        if set(expected[:2]) != set(found[:2]):
            yield f"{key} runs from {found[0]} to {found[1]}"
        expected, found = expected[2], found[2]
    for name, value in expected.items():
        if name not in found:
            yield f"{key} lacks {name}"
        elif not same(value, found[name]):
            yield f"{key} has {name} {found[name]!r}, not {value!r}"


def same(expected, found):
    if isinstance(expected, str) and isinstance(found, str):
        return expected.split() == found.split()
    return expected == found


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
