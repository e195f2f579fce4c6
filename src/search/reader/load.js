// Turns the names of an index's files into their bytes, over the network.
// Knows nothing of what is in them.

export const inflate = async (stream) => {
  try {
    return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
  } catch {
    throw Error("damaged");
  }
};

// Files of a server; none is waited for for ever.
export const load = (base) => async (name, isFresh) => {
  const isManifest = name === "manifest", mayChange = isManifest || name[0] === "x";
  const response = await fetch(base + name + (isManifest ? ".json" : ".bin"), {
    cache: isFresh ? "reload" : mayChange ? "no-cache" : "default",
    signal: AbortSignal.timeout(20000),
  }).catch(() => {});
  if (!response?.ok) throw Error("missing");
  return isManifest ? response.json().catch(() => { throw Error("damaged"); }) : inflate(response.body);
};
