#!/usr/bin/python3
"""Read GraphML files with programs that aren't ours, and compare them with the graph.json that they were written from.

    graphml_readers.py GRAPH.json GRAPH.graphml
    graphml_readers.py FOLDER                     (of NAME.json and NAME.graphml, as make_graphs.ts makes them)

networkx and igraph must read the same nodes, edges and attributes; so must graph-tool where it is installed. graphml2gv and
xmllint, where they are there, must find as many nodes and edges, and well-formed XML. Prints each difference and ends with
status 1 if there is one.
"""

import json
import math
import pathlib
import shutil
import subprocess
import sys
from collections import Counter

import igraph
import networkx

ADDED = {"edge_id", "edge_key", "node_key", "labels", "_graphml_vertex_id", "_graphml_edge_id"}


def main(*arguments):
    readers = {"networkx": read_with_networkx, "igraph": read_with_igraph}
    if has_graph_tool():
        readers["graph-tool"] = read_with_graph_tool
    differences = []
    counts = Counter()
    for json_path, graphml_path in pairs(arguments):
        with open(json_path, encoding="utf-8") as file:
            expected = expected_graph(json.load(file))
        for name, read in readers.items():
            found = read(graphml_path)
            counts[name] += len(found["nodes"]) + len(found["edges"])
            for part in ("nodes", "edges"):
                differences += [f"{graphml_path} {name} {part}: {what}" for what in compare(expected[part], found[part])]
        differences += [f"{graphml_path} {what}" for what in check_with_programs(graphml_path, expected, counts)]
    for name, count in sorted(counts.items()):
        print(f"{name}: {count} nodes and edges compared")
    for difference in differences[:40]:
        print(difference, file=sys.stderr)
    return 1 if differences else 0


def pairs(arguments):
    if len(arguments) == 2:
        return [arguments]
    files = sorted(pathlib.Path(arguments[0]).glob("*.json"))
    return [(str(file), str(file.with_suffix(".graphml"))) for file in files]


def has_graph_tool():
    try:
        import graph_tool  # noqa: F401
    except ImportError:
        return False
    return True


def check_with_programs(path, expected, counts):
    if shutil.which("xmllint"):
        run = subprocess.run(["xmllint", "--noout", path], capture_output=True, text=True, check=False)
        counts["xmllint"] += len(expected["nodes"]) + len(expected["edges"])
        if run.returncode != 0:
            yield f"xmllint: {run.stderr.strip()}"
    if shutil.which("graphml2gv"):
        run = subprocess.run(["graphml2gv", path], capture_output=True, text=True, check=False)
        counts["graphml2gv"] += len(expected["edges"])
        edges = sum(1 for line in run.stdout.splitlines() if " -> " in line or " -- " in line)
        if edges != len(expected["edges"]):
            yield f"graphml2gv: {edges} edges, not {len(expected['edges'])}"


def read_with_graph_tool(path):
    from graph_tool import load_graph

    graph = load_graph(path, fmt="graphml")
    keys_of, ids_of = graph.vp.get("node_key"), graph.vp["_graphml_vertex_id"]
    keys = {vertex: (keys_of[vertex] if keys_of is not None else "") or ids_of[vertex] for vertex in graph.vertices()}
    nodes = {keys[vertex]: {name: values[vertex] for name, values in graph.vp.items()} for vertex in graph.vertices()}
    edges = {}
    for edge in graph.edges():
        data = {name: values[edge] for name, values in graph.ep.items()}
        edges[data.get("edge_key") or data["edge_id"]] = (keys[edge.source()], keys[edge.target()], data)
    return {"nodes": nodes, "edges": edges}


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
    if isinstance(expected, bool) or isinstance(found, str):
        return expected == found
    if isinstance(expected, (int, float)):
        return math.isclose(expected, found, rel_tol=1e-14, abs_tol=sys.float_info.min)
    return expected == found


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
