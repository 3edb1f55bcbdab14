import { App, Stack } from 'aws-cdk-lib';
import { Governance } from '../../lib/governance';
import { type LoadedOrganization, loadConfig } from '../../lib/load-config';
import { withApp } from '../support/with-app';
import { SAMPLE, sampleWith, synthesized } from './stacks/synthesized';

const sample = loadConfig(SAMPLE);
const stacks = synthesized(sample);
const governance = (organization: LoadedOrganization) => withApp((app) => new Governance(app, { organization }));
const ids = (list: readonly Stack[]) => list.map(({ node }) => node.id);

test('gives a stack to every account whose id is known', () => {
  const { accountStacks } = governance(sample);
  expect(ids(accountStacks)).toEqual([
    'Account-management',
    'Account-log-archive',
    'Account-audit',
    'Account-network',
    'Account-shared-services',
    'Account-deployment',
    'Account-identity',
    'Account-shop-prod',
    'Account-shop-stage',
    'Account-shop-dev',
    'Account-data-prod',
    'Account-sandbox-1',
  ]);
});

test('gives no stack to a closed account', () => {
  const organization = sampleWith(({ accountsLock }) => {
    accountsLock.accounts.push({
      name: 'shop-dev',
      email: 'aws-shop-dev@example.com',
      id: '000011112222',
      status: 'SUSPENDED',
    });
  });
  const { accountStacks } = governance(organization);
  expect(ids(accountStacks)).not.toContain('Account-shop-dev');
  expect(accountStacks).toHaveLength(11);
});

test('deploys the organization before the accounts', () => {
  const { organizationStacks, accountStacks } = governance(sample);
  for (const { node } of accountStacks) {
    expect(stacks[node.id]?.dependencies).toEqual(expect.arrayContaining(ids(organizationStacks)));
  }
  expect(stacks.Organization?.dependencies).toEqual([]);
});

test.each(Object.entries(stacks))('names and protects %s', (id, { stackName, terminationProtection }) => {
  expect({ stackName, terminationProtection }).toEqual({ stackName: `Governance-${id}`, terminationProtection: true });
});

test('runs no code of its own in AWS', () => {
  const types = Object.values(stacks).flatMap(({ resources }) => Object.values(resources).map(({ Type }) => Type));
  expect(types.length).toBeGreaterThan(100);
  expect(types.filter((type) => /^(Custom::|AWS::CloudFormation::CustomResource$|AWS::Lambda::)/.test(type))).toEqual(
    [],
  );
});

test('fits into an app of somebody else', () => {
  const app = new App();
  new Stack(app, 'Theirs');
  new Governance(app, { organization: sample });
  const all = ids(app.node.children.filter(Stack.isStack));
  expect([...all].sort()).toEqual(['Theirs', ...Object.keys(stacks)].sort());
});
