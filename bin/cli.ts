#!/usr/bin/env node
import { main } from '../lib/cli/main';

void main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  interactive: process.stderr.isTTY === true,
}).then((code) => {
  process.exitCode = code;
});
