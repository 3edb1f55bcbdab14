import { CfnResource } from 'aws-cdk-lib';
import fc from 'fast-check';
import { loadConfig } from '../../../lib/load-config';
import type { AccountRow, OrganizationModel } from '../../../lib/model/organization-model';
import { AccountVendingStack, vendingShard } from '../../../lib/stacks/account-vending-stack';
import { MAX_RESOURCES } from '../../../lib/stacks/governance-stack';
import { OrganizationStack } from '../../../lib/stacks/organization-stack';
import { withApp } from '../../support/with-app';
import { chain, ofType, SAMPLE, sampleWith, synthesized } from './synthesized';

const ACCOUNT = 'AWS::Organizations::Account';
const { model } = loadConfig(SAMPLE);

function vended(name: string): AccountRow {
  const [row] = model.accounts.filter((account) => account.name === 'payments-prod') as [AccountRow];
  return { ...row, name, email: `aws-${name}@example.com` };
}

/** Where the accounts go: account name to stack and logical id. */
function placement(names: readonly string[]): Map<string, string> {
  const all: OrganizationModel = {
    ...model,
    accounts: [...model.accounts.filter((row) => !row.vended), ...names.map(vended)],
  };
  return withApp((app) => {
    const stacks = AccountVendingStack.createAll(app, all, new OrganizationStack(app, all, []));
    return new Map(
      stacks.flatMap((stack) =>
        names.flatMap((name) => {
          const account = stack.node.tryFindChild(name)?.node.defaultChild;
          return CfnResource.isCfnResource(account)
            ? [[name, `${stack.stackName}/${stack.getLogicalId(account)}`] as const]
            : [];
        }),
      ),
    );
  });
}

const accountName = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);
const accountNames = fc.uniqueArray(accountName, { maxLength: 25 });

test('vends the accounts without an id in the config, and keeps the one whose id is in the lock file', () => {
  const stacks = synthesized(loadConfig(SAMPLE));
  const accounts = Object.entries(stacks).flatMap(([id, stack]) =>
    ofType(stack, ACCOUNT).map(([, { Properties }]) => [id, Properties.AccountName]),
  );
  expect(accounts).toEqual([
    ['AccountVending-2', 'payments-prod'],
    ['AccountVending-3', 'sandbox-1'],
  ]);
  expect(ofType(stacks['AccountVending-2'], ACCOUNT)[0]?.[1]).toMatchObject({
    Properties: {
      Email: 'aws-payments-prod@example.com',
      RoleName: 'AWSControlTowerExecution',
      ParentIds: [{ 'Fn::GetStackOutput': { StackName: 'Governance-Organization', Region: 'ap-northeast-2' } }],
      Tags: [
        { Key: 'cost-center', Value: '2200' },
        { Key: 'service', Value: 'payments' },
      ],
    },
    DeletionPolicy: 'Retain',
  });
  expect(ofType(stacks['AccountVending-3'], ACCOUNT)[0]?.[1].Properties).not.toHaveProperty('Tags');
});

test('reads the parent from the output that the Organization stack publishes for that OU', () => {
  const stacks = synthesized(loadConfig(SAMPLE));
  const parent = ofType(stacks['AccountVending-3'], ACCOUNT)[0]?.[1].Properties.ParentIds[0]['Fn::GetStackOutput'];
  const sandbox = ofType(stacks.Organization, 'AWS::Organizations::OrganizationalUnit').find(
    ([, { Properties }]) => Properties.Name === 'Sandbox',
  );
  expect(stacks.Organization?.outputs[parent.OutputName]).toEqual({ Value: { Ref: sandbox?.[0] } });
});

test.each([
  ['Root', 'r-examplerootid111'],
  ['Security', 'ou-examplerootid111-exampleouid111'],
])('vends into %s by its id', (ou, id) => {
  const stacks = synthesized(
    sampleWith(({ organization }) => {
      const account = organization.accounts.find(({ name }) => name === 'payments-prod');
      if (account) account.ou = ou;
    }),
  );
  expect(ofType(stacks['AccountVending-2'], ACCOUNT)[0]?.[1].Properties.ParentIds).toEqual([id]);
});

test('leaves a closed account out of every stack, so that it is retained', () => {
  const stacks = synthesized(
    sampleWith(({ accountsLock }) => {
      for (const account of accountsLock.accounts) Object.assign(account, { status: 'SUSPENDED' });
    }),
  );
  expect(Object.keys(stacks)).not.toContain('AccountVending-3');
  expect(Object.keys(stacks)).not.toContain('Account-sandbox-1');
});

test('has no stack when nothing is vended', () => {
  const stacks = synthesized(
    sampleWith(({ organization }) => {
      organization.accounts = organization.accounts.filter(({ id }) => id !== undefined);
    }),
  );
  expect(Object.keys(stacks).filter((id) => id.startsWith('AccountVending'))).toEqual([]);
});

test('creates one account at a time, one stack after the other', () => {
  const names = Array.from({ length: 40 }, (_, index) => `team-${index}`);
  const stacks = synthesized(
    sampleWith(({ organization }) => {
      organization.accounts.push(
        ...names.map((name) => ({
          name,
          email: `aws-${name}@example.com`,
          ou: 'Sandbox',
          purpose: 'sandbox' as const,
          environment: 'sandbox' as const,
          owner: 'lab@example.com',
        })),
      );
    }),
  );
  const shards = [0, 1, 2, 3].map((shard) => stacks[`AccountVending-${shard}`]);
  for (const shard of shards)
    expect(chain(shard?.resources ?? {})).toHaveLength(Object.keys(shard?.resources ?? {}).length);
  expect(shards.map((shard) => shard?.dependencies)).toEqual([
    ['Organization'],
    ['Organization', 'AccountVending-0'],
    ['Organization', 'AccountVending-1'],
    ['Organization', 'AccountVending-2'],
  ]);
});

test.each([
  ['payments-prod', 2],
  ['sandbox-1', 3],
  ['shop-prod', 0],
])('keeps %s in shard %i for ever', (name, shard) => {
  expect(vendingShard(name)).toBe(shard);
});

test('never moves an account when others come, go or change places', () => {
  fc.assert(
    fc.property(accountNames, accountNames, fc.nat(), (first, second, seed) => {
      const before = placement(first);
      const kept = first.filter((_, index) => (index + seed) % 3 !== 0);
      const after = placement([...second.filter((name) => !first.includes(name)), ...kept.reverse()]);
      for (const name of kept) expect(after.get(name)).toBe(before.get(name));
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('holds 1,000 vended accounts below the limit of a stack', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `team-${index % 17}-prod-${index}`);
  const sizes = new Map<string | undefined, number>();
  for (const place of placement(names).values()) {
    const [stack] = place.split('/');
    sizes.set(stack, (sizes.get(stack) ?? 0) + 1);
  }
  expect([...sizes.values()].reduce((sum, size) => sum + size)).toBe(1000);
  expect(Math.max(...sizes.values())).toBeLessThanOrEqual(MAX_RESOURCES);
}, 60_000);
