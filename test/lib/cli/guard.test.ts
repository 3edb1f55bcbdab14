import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { toJsonSchema } from '../../../lib/config/json-schemas';
import { guardReportSchema } from '../../../lib/guard/guard-report';
import type { Template } from '../../../lib/guard/template';
import { runCli } from '../../support/run-cli';
import { resource, writeAssembly } from '../guard/assembly';

const ROLE = resource('AWS::IAM::Role');
const BEFORE: Record<string, Template> = {
  Net: {
    Resources: {
      Tgw: resource('AWS::EC2::TransitGateway'),
      Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
      Association: resource('AWS::EC2::TransitGatewayRouteTableAssociation', { TransitGatewayRouteTableId: 'prod' }),
      Role: ROLE,
      Logs: resource('AWS::S3::Bucket', {}, { DeletionPolicy: 'Retain' }),
    },
  },
  Old: { Resources: { Role: ROLE } },
};
const HARMLESS: Record<string, Template> = {
  Net: {
    Resources: {
      Tgw: resource('AWS::EC2::TransitGateway', { Description: 'hub' }),
      Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
      Association: resource('AWS::EC2::TransitGatewayRouteTableAssociation', { TransitGatewayRouteTableId: 'dev' }),
      NewRole: ROLE,
    },
  },
};
const HARMFUL: Record<string, Template> = {
  Net: { Resources: { Tgw: resource('AWS::EC2::TransitGateway', { AmazonSideAsn: 64512 }) } },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guard-'));
  for (const [name, templates] of Object.entries({ before: BEFORE, harmless: HARMLESS, harmful: HARMFUL }))
    writeAssembly(join(folder, name), templates);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guard = (head: string, ...argv: string[]) => runCli('guard', join(folder, 'before'), join(folder, head), ...argv);

test.each([
  ['before', [], 0],
  ['harmless', [], 0],
  ['harmless', ['--all'], 1],
  ['harmful', [], 1],
  ['harmful', ['--allow', 'Net/Tgw'], 1],
  ['harmful', ['--allow', 'Net/Tgw', '--allow', 'Net/Vpc'], 0],
  ['harmful', ['--json'], 1],
  ['harmful', ['--format', 'md'], 1],
])('%s with %j ends with %i', async (head, argv, code) => {
  expect((await guard(head, ...argv)).code).toBe(code);
});

test('the table has what stops the deployment first, then the rest', async () => {
  const { out } = await guard('harmful', '--lang', 'en');
  const [stopping = '', rest = ''] = out.split('\nFor information\n');
  expect(stopping).toMatch(/Net\/Tgw +AWS::EC2::TransitGateway +replaced +changed: AmazonSideAsn; every attached/);
  expect(stopping).toMatch(/Net\/Vpc +AWS::EC2::VPC +deleted +not in the new template; everything that runs/);
  expect(rest).toMatch(/Net\/Logs +AWS::S3::Bucket +retained, no longer managed +not in the new template\n/);
  expect(rest).toContain('Stack Old is left behind');
  expect(out).toMatch(
    /Changes that stop the deployment: 2\. Stacks that change: 1 \(resources created 0, updated in place 0, replaced 1, deleted 4\)\.\n$/,
  );
});

test('what stops nothing tells the seconds of a move between segments, and where a role went', async () => {
  const { out } = await guard('harmless', '--lang', 'en');
  expect(out).not.toContain('Stops the deployment');
  expect(out).toMatch(
    /Net\/Association .*replaced; deleted first: seconds without it +changed: TransitGatewayRouteTableId\n/,
  );
  expect(out).toContain('the same comes as Net/NewRole: keep its logical id, or move it with cdk refactor');
});

test('a change that is allowed says so, and an --allow that names nothing is told', async () => {
  const { out } = await guard('harmful', '--lang', 'en', '--allow', 'Net/Tgw', '--allow', 'Net/Typo');
  expect(out).toMatch(/Net\/Tgw .*replaced; allowed/);
  expect(out).toContain('--allow Net/Typo names nothing that is replaced or deleted.');
});

test('Markdown is a comment for a pull request', async () => {
  const { out } = await guard('harmful', '--lang', 'en', '--format', 'md');
  expect(out).toMatch(/^## Replacements and deletions\n\nChanges that stop the deployment: 2\./);
  expect(out).toContain(
    '### Stops the deployment\n\n| resource | type | what happens | why |\n| --- | --- | --- | --- |\n',
  );
  expect(out).toContain('| Net/Tgw | AWS::EC2::TransitGateway | replaced |');
  expect(out).toMatch(/\n- Stack Old is left behind: .+\n$/);
});

test('Markdown of many changes stays short enough for a comment', async () => {
  const Resources = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [
      `Vpc${index}`,
      resource('AWS::EC2::VPC', { CidrBlock: `10.${index}.0.0/16` }),
    ]),
  );
  const [many, none] = [
    writeAssembly(join(folder, 'many'), { Net: { Resources } }),
    writeAssembly(join(folder, 'none'), { Net: { Resources: {} } }),
  ];
  const { out } = await runCli('guard', many, none, '--format', 'md', '--lang', 'en');
  expect(out.match(/^\| Net\/Vpc/gm)).toHaveLength(100);
  expect(out).toContain('And 50 more.');
});

test('speaks Korean', async () => {
  const { out } = await guard('harmful', '--lang', 'ko');
  expect(out).toContain('배포를 막는 변경');
  expect(out).toContain('바뀐 속성: AmazonSideAsn');
  expect(out).toContain('남지만 더는 관리하지 않음');
});

test.each(['before', 'harmless', 'harmful'])('--json of %s fits its schema', async (head) => {
  const schema = toJsonSchema(guardReportSchema, { stem: 'guard', title: 'Guard', io: 'output' });
  const validate = new Ajv({ strict: false }).compile(schema);
  const { code, out } = await guard(head, '--json');
  const report = JSON.parse(out);
  expect(validate(report) || validate.errors).toBe(true);
  expect(validate({ ...report, extra: 1 })).toBe(false);
  expect(report.ok).toBe(code === 0);
});

test.each([
  [['guard'], 'give two cloud assemblies'],
  [['guard', 'one'], 'give two cloud assemblies'],
  [['guard', 'one', 'two', 'three'], 'give two cloud assemblies'],
  [['guard', 'one', 'two'], 'cannot read "one/manifest.json"'],
  [['guard', 'one', 'two', '--format', 'csv'], '--format must be md, and cannot be combined with --json; got "csv"'],
  [['guard', 'one', 'two', '--format', 'md', '--json'], '--format must be md'],
])('%j is refused', async (argv, message) => {
  const { code, out, err } = await runCli(...argv, '--lang', 'en');
  expect(code).toBe(1);
  expect(out + err).toContain(message.replaceAll('"', argv.includes('--json') ? '\\"' : '"'));
});
