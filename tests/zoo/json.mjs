// Strict JSON: RFC 8259 in UTF-8, no name twice in an object, integers within 64 bits, 500 levels at most.
// Numbers come as numbers; `exact` keeps the digits of integers that a double does not hold, by what they became.

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = { t: ["true", true], f: ["false", false], n: ["null", null] };
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

export function parse(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const exact = new Map();
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new SyntaxError(`unexpected text at ${at}`);
    at = pattern.lastIndex;
    return found[0];
  };
  const skip = () => take(SPACE);
  const number = (place) => {
    const digits = take(NUMBER);
    const value = Number(digits);
    if (!Number.isFinite(value)) throw new SyntaxError("a number out of range");
    if (/^-?[0-9]+$/.test(digits)) {
      const whole = BigInt(digits.slice(0, 40));
      if (digits.length > 40 || whole < LEAST || whole > MOST) throw new SyntaxError("an integer out of range");
      if (!Number.isSafeInteger(value)) exact.set(place, digits);
    }
    return value;
  };
  const value = (depth, place) => {
    if (depth > 500) throw new SyntaxError("too deep");
    skip();
    const first = text[at];
    if (first === '"') return JSON.parse(take(STRING));
    if (first === "{" || first === "[") {
      at += 1;
      const close = first === "{" ? "}" : "]";
      const found = first === "{" ? Object.create(null) : [];
      skip();
      if (text[at] === close) return (at += 1), found;
      for (;;) {
        let key = found.length;
        if (close === "}") {
          skip();
          key = JSON.parse(take(STRING));
          if (key in found) throw new SyntaxError("a name twice");
          skip();
          take(/:/y);
        }
        found[key] = value(depth + 1, `${place}/${key}`);
        skip();
        const next = take(/[,}\]]/y);
        if (next === close) return found;
        if (next !== ",") throw new SyntaxError("unbalanced");
      }
    }
    const word = WORDS[first];
    if (word && text.startsWith(word[0], at)) return (at += word[0].length), word[1];
    return number(place);
  };

  const result = value(0, "");
  skip();
  if (at !== text.length) throw new SyntaxError("more than one value");
  return { payload: result, exact };
}
