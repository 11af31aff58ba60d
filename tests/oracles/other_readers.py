#!/usr/bin/python3
"""Read the other formats with programs that aren't ours, and compare them with the graph.json that they were written from.

    other_readers.py FOLDER    (of graph.json, and of graph.ttl, graph.nq, graph.jsonld and csv/ as `export` wrote them)

rdflib must find the same triples in Turtle, N-Quads and JSON-LD. pandas must find in the tables of nodes and edges as many
rows as the graph has, each under its key, with numbers, booleans and texts as such. Prints each difference and ends with
status 1 if there is one.
"""

import json
import pathlib
import sys

import pandas
import rdflib

RDF_FILES = {"graph.ttl": "turtle", "graph.nq": "nquads", "graph.jsonld": "json-ld"}


def main(folder):
    folder = pathlib.Path(folder)
    graph = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    differences = [*compare_triples(folder), *compare_tables(folder / "csv", graph)]
    for difference in differences[:40]:
        print(difference, file=sys.stderr)
    return 1 if differences else 0


def compare_triples(folder):
    triples = {name: triples_of(folder / name, format) for name, format in RDF_FILES.items()}
    first, *others = triples
    if not triples[first]:
        yield f"{first} holds no triple"
    for other in others:
        for triple in sorted(triples[first] ^ triples[other]):
            yield f"only in {first if triple in triples[first] else other}: {' '.join(triple)}"
    print(f"rdflib: {len(triples[first])} triples compared in each of {', '.join(triples)}")


def triples_of(path, format):
    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(str(path), format=format, publicID="https://example.org/")
    if any(isinstance(term, rdflib.BNode) for triple in dataset.triples((None, None, None)) for term in triple):
        raise SystemExit(f"{path} has blank nodes, which can't be compared by name")
    return {tuple(term.n3() for term in triple) for triple in dataset.triples((None, None, None))}


def compare_tables(folder, graph):
    for name, elements in (("nodes", graph["nodes"]), ("edges", graph["edges"])):
        table = pandas.read_csv(folder / f"{name}.csv").set_index("id")
        if sorted(table.index) != sorted(element["key"] for element in elements):
            yield f"{name}.csv: its ids are not the keys of the graph"
            continue
        for element in elements:
            row = table.loc[element["key"]]
            for attribute, value in element["attributes"].items():
                if attribute in table.columns and is_scalar(value) and not is_same(row[attribute], value):
                    yield f"{name}.csv {element['key']} {attribute}: {row[attribute]!r}, not {value!r}"
        print(f"pandas: {len(table)} {name} compared, columns {dict(table.dtypes.astype(str))}")


def is_scalar(value):
    return isinstance(value, (str, int, float, bool)) and value != ""


def is_same(found, value):
    """A number must be read as a number, a boolean as a boolean and a text as that text."""
    if isinstance(value, bool):
        return found == value and str(found) in ("True", "False")
    if isinstance(value, (int, float)):
        return not isinstance(found, str) and float(found) == value
    return found == value


sys.exit(main(*sys.argv[1:]))
