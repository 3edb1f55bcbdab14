import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { compareAssemblies } from '../../../lib/guard/compare-assemblies';
import { readAssembly } from '../../../lib/guard/read-assembly';
import { UserError } from '../../../lib/user-error';
import { ENVIRONMENT } from './assembly';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An app with a nested stack in a nested stack, and a stack in a stage. */
function synthesize(name: string, cidr: string): string {
  const outdir = join(folder, name);
  const app = new App({ outdir });
  const env = { account: '111122223333', region: 'ap-northeast-2' };
  const parent = new Stack(app, 'Parent', { env, stackName: 'network-hub' });
  const inner = new NestedStack(new NestedStack(parent, 'Outer'), 'Inner');
  new CfnResource(inner, 'Vpc', { type: 'AWS::EC2::VPC', properties: { CidrBlock: cidr } });
  const staged = new Stack(new Stage(app, 'Prod', { env }), 'Spoke');
  new CfnResource(staged, 'Vpc', { type: 'AWS::EC2::VPC', properties: { CidrBlock: cidr } });
  app.synth();
  return outdir;
}

test('finds stacks by their name in CloudFormation, and those of stages', () => {
  const stacks = readAssembly(synthesize('out', '10.0.0.0/16'));
  expect(stacks.map(({ name, environment }) => [name, environment])).toEqual([
    ['network-hub', ENVIRONMENT],
    ['Prod-Spoke', ENVIRONMENT],
  ]);
});

test('nested stacks are matched though another content has another file', () => {
  const [base, head] = ['10.0.0.0/16', '10.1.0.0/16'].map((cidr, index) => readAssembly(synthesize(`${index}`, cidr)));
  const { changes } = compareAssemblies(base ?? [], head ?? []);
  expect(changes.map(({ id, action, type }) => [id, action, type])).toEqual([
    ['Prod-Spoke/Vpc', 'replaced', 'AWS::EC2::VPC'],
    [
      expect.stringMatching(/^network-hub\/OuterNestedStack\w+\/InnerNestedStack\w+\/Vpc$/),
      'replaced',
      'AWS::EC2::VPC',
    ],
  ]);
});

test.each([
  ['a folder without manifest', () => join(folder, 'nowhere'), /nowhere\/manifest\.json/],
  [
    'a manifest that is cut off',
    () => {
      writeFileSync(join(folder, 'manifest.json'), '{');
      return folder;
    },
    /manifest\.json.*JSON/,
  ],
  [
    'a template that is missing',
    () => {
      const out = synthesize('out', '10.0.0.0/16');
      rmSync(join(out, 'Parent.template.json'));
      return out;
    },
    /Parent\.template\.json/,
  ],
])('%s is an error of the caller', (_, make, message) => {
  const directory = make();
  expect(() => readAssembly(directory)).toThrow(UserError);
  expect(() => readAssembly(directory)).toThrow(message);
});
