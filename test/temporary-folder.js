// Every CDK app without a folder of its own makes one in the system's and leaves it there: the tests get a folder that goes.
const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'cdk-org-governance-'));
};
