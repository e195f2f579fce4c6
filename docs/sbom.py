"""Turns `cargo metadata` on stdin and Cargo.lock into a bill of materials (CycloneDX 1.5) on stdout.

What only tests or build scripts need is no part of the program and is left out.
"""

import json
import sys
import tomllib

metadata = json.load(sys.stdin)
with open(sys.argv[1], "rb") as file:
    lock = tomllib.load(file)

checksums = {(package["name"], package["version"]): package.get("checksum") for package in lock["package"]}
packages = {package["id"]: package for package in metadata["packages"]}
nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}


def linked(node):
    """What a package links: dependencies without a kind are neither for tests nor for building."""
    return [dep["pkg"] for dep in node["deps"] if any(kind["kind"] is None for kind in dep["dep_kinds"])]


root = metadata["resolve"]["root"]
found, ahead = set(), [root]
while ahead:
    if (package := ahead.pop()) not in found:
        found.add(package)
        ahead += linked(nodes[package])


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package):
    own = {"type": "library", "bom-ref": purl(package), "name": package["name"], "version": package["version"], "purl": purl(package)}
    if package["license"]:
        own["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
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
