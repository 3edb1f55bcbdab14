import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** An app in JavaScript that takes the pack from the sources, compiled as they are required. */
function appText(parameters: string): string {
  const from = (name: string): string => JSON.stringify(require.resolve(name));
  return `
const { transformFileSync } = require(${from('@swc/core')});
require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, {
  swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
}).code, file);
const { App, Stack, Validations } = require(${from('aws-cdk-lib')});
const { CfnParameter } = require(${from('aws-cdk-lib/aws-ssm')});
const { KismsChecks } = require(${JSON.stringify(resolve('constructs/kisms-checks/index.ts'))});
const { described } = require(${JSON.stringify(resolve('test/constructs/kisms-checks/rules.fixtures.ts'))});
const app = new App();
const stack = new Stack(app, 'S');
const bad = (id) => new CfnParameter(stack, id, { type: 'String', value: 'x' });
const { additionalRules, acknowledge } = ${parameters};
Validations.of(bad('P')).acknowledge(...acknowledge);
Validations.of(app).addPlugins(new KismsChecks(app, { additionalRules }));
`;
}

describe('under the CDK CLI', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kisms-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['an error fails it', '{ additionalRules: [described()], acknowledge: [] }', 1, /ERROR \[2\.9\.4\]/],
    [
      'a warning alone passes',
      '{ additionalRules: [described({ level: "Warning" })], acknowledge: [] }',
      0,
      /WARNING \[2\.9\.4\]/,
    ],
    [
      'an accepted error passes',
      '{ additionalRules: [described()], acknowledge: [{ id: "Kisms::Kisms-Described", reason: "a" }] }',
      0,
      /^/,
    ],
    [
      'an exception that would be lost fails it',
      '{ additionalRules: [described()], acknowledge: [{ id: "Kisms-Described", reason: "a" }] }',
      1,
      /acknowledge "Kisms::Kisms-Described"/,
    ],
  ])(
    '%s',
    (_, parameters, status, message) => {
      writeFileSync(join(folder, 'app.js'), appText(parameters));
      const out = join(folder, 'out');
      const args = [
        'synth',
        '--quiet',
        '--no-notices',
        '--no-version-reporting',
        '--app',
        'node app.js',
        '--output',
        out,
      ];
      const cdk = spawnSync(process.execPath, [resolve('node_modules/aws-cdk/bin/cdk'), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: '', HOME: folder, CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' },
      });
      expect(`${cdk.stdout}${cdk.stderr}`).toMatch(message);
      expect(cdk.status).toBe(status);
      const files = ['validation-report.json', 'kisms-coverage.json'].filter((file) => existsSync(join(out, file)));
      expect(files).toEqual(['validation-report.json', 'kisms-coverage.json']);
      expect(readFileSync(join(out, 'kisms-coverage.json'), 'utf8')).toContain('"S/P"');
    },
    120_000,
  );
});
