"""Turns `cargo metadata` on stdin into a bill of materials (CycloneDX 1.5) on stdout: `sbom.py Cargo.lock TREE`.

TREE is what `cargo tree --edges normal,no-proc-macro --prefix none --format {p}` prints: the packages that are linked.
What only tests, build scripts or the compiler need (macros) is no part of the program and is left out.
"""

import json
import sys
import tomllib

metadata = json.load(sys.stdin)
with open(sys.argv[1], "rb") as file:
    lock = tomllib.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    tree = {tuple(line.split()[:2]) for line in file if line.strip()}

checksums = {(package["name"], package["version"]): package.get("checksum") for package in lock["package"]}
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
root = metadata["resolve"]["root"]
found = {key for key, package in packages.items() if (package["name"], f"v{package['version']}") in tree}


def linked(node):
    """What a package links: dependencies without a kind are neither for tests nor for building."""
    needed = (dep["pkg"] for dep in node["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"]))
    return [package for package in needed if package in found]


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package):
    own = {"type": "library", "bom-ref": purl(package), "name": package["name"], "version": package["version"], "purl": purl(package)}
    if package["license"]:
        own["licenses"] = [{"expression": " ".join(package["license"].replace("/", " OR ").split())}]
    if checksum := checksums.get((package["name"], package["version"])):
        own["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    return own


def order(package):
    return (packages[package]["name"], packages[package]["version"])


bill = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.5",
    "version": 1,
    "metadata": {"component": component(packages[root]) | {"type": "application"}},
    "components": [component(packages[package]) for package in sorted(found - {root}, key=order)],
    "dependencies": [
        {"ref": purl(packages[package]), "dependsOn": sorted({purl(packages[dep]) for dep in linked(nodes[package])})}
        for package in sorted(found, key=order)
    ],
}
json.dump(bill, sys.stdout, indent=1, ensure_ascii=False)
print()
