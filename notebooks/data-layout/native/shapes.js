// Which objects share a hidden class? %-functions are V8's own, for looking inside; they need --allow-natives-syntax, and are
// called through Function so that this file stays JavaScript.
//   node --allow-natives-syntax shapes.js
const sameMap = new Function("a", "b", "return %HaveSameMap(a, b)");
const fast = new Function("o", "return %HasFastProperties(o)");

const point = { x: 1, y: 2 };
const later = { x: 1 };
later.y = 2;
const empty = {};
empty.x = 1;
empty.y = 2;
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
console.log("{ x: 1, y: 2 } has the map of …");
for (const [name, other] of [
  ["{ x: 3, y: 4 }", { x: 3, y: 4 }],
  ["{ y: 2, x: 1 }", { y: 2, x: 1 }],
  ["{ x: 1 }, then .y = 2", later],
  ["{}, then .x = 1, .y = 2", empty],
  ["new Point(1, 2)", new Point(1, 2)],
])
  console.log(`  ${name.padEnd(26)}${sameMap(point, other) ? "yes" : "no"}`);
const gone = { x: 1, y: 2, z: 3 };
console.log(`{ x, y, z } has fast properties: ${fast(gone) ? "yes" : "no"}`);
delete gone.x;
console.log(`and after delete of x: ${fast(gone) ? "yes" : "no"}`);
