// Loaded with --require: whoever tries to use the network is stopped, and heard of.
const { writeSync } = require("node:fs");
const { Socket } = require("node:net");

Socket.prototype.connect = function connect(...words) {
  writeSync(2, `a connection was attempted: ${JSON.stringify(words[0])}\n`);
  process.exit(97);
};
