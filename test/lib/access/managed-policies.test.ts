import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManagedPolicies } from '../../../lib/access/managed-policies';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'managed-'));
  mkdirSync(join(folder, 'managed-policies'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder, 'managed-policies', `${name}.json`), JSON.stringify(content));
const read = (arn: string) => readManagedPolicies(folder)(arn);

test('AdministratorAccess is known, others are not', () => {
  expect(read('arn:aws:iam::aws:policy/AdministratorAccess')?.Statement).toEqual([
    { Effect: 'Allow', Action: '*', Resource: '*' },
  ]);
  expect(read('arn:aws:iam::aws:policy/ReadOnlyAccess')).toBeUndefined();
  expect(read('arn:aws:iam::aws:policy/AdministratorAccess-Amplify')).toBeUndefined();
});

test('an exported policy is read as AWS writes it', () => {
  const Condition = { Bool: { 'aws:MultiFactorAuthPresent': true } };
  write('Billing', {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'aws-portal:*', Resource: '*', Condition },
  });
  expect(read('arn:aws:iam::aws:policy/job-function/Billing')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'aws-portal:*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
  });
});

test.each([
  ['no policy', { Hello: 1 }, 'managed-policies/Broken.json is no identity policy: '],
  ['the answer around the document', { PolicyVersion: { Document: {} } }, 'is no identity policy: '],
  ['no object', [], 'must hold a JSON object'],
])('fails for a file that holds %s', (_, content, message) => {
  write('Broken', content);
  expect(() => read('arn:aws:iam::aws:policy/Broken')).toThrow(message);
});
