import type { Selector } from '../../../lib/model/selector';
import { attachmentPoints, expandSelector, selectOus } from '../../../lib/model/selector';
import { attachmentKey } from '../../../lib/policies/effective-policies';
import { account, organizationalUnit } from './organization-tree';
import { type Edit, expectProblems, load } from './sample-config';

const TREE = {
  organizationalUnits: ['Workloads', 'Workloads2', 'Workloads/Prod', 'Workloads/Dev', 'Empty'].map(organizationalUnit),
  accounts: [
    account('management', 'Root', { isManagement: true }),
    account('lone', 'Root'),
    account('direct', 'Workloads', { tags: { team: 'x' } }),
    account('shop', 'Workloads/Prod', { tags: { team: 'x', stage: 'prod' } }),
    account('pay', 'Workloads/Prod', { tags: { team: 'y', stage: 'prod' } }),
    account('play', 'Workloads/Dev'),
    account('closed', 'Workloads/Dev', { suspended: true }),
    account('other', 'Workloads2'),
  ],
};

const ALL = ['lone', 'direct', 'shop', 'pay', 'play', 'other'];

describe('a selector selects', () => {
  test.each<[string, Selector, string[]]>([
    ['an account by name', { accounts: ['shop'] }, ['shop']],
    [
      'an OU and the OUs below it, not one whose name begins alike',
      { ous: ['Workloads'] },
      ['direct', 'shop', 'pay', 'play'],
    ],
    ['only the OU itself when exact', { ous: ['Workloads'], exact: true }, ['direct']],
    ['accounts and OUs together', { accounts: ['other'], ous: ['Workloads/Prod'] }, ['shop', 'pay', 'other']],
    ['the whole organization but the management account', { ous: ['Root'] }, ALL],
    ['the management account when it is meant', { ous: ['Root'], includeManagement: true }, ['management', ...ALL]],
    ['no management account by name alone', { accounts: ['management', 'shop'] }, ['shop']],
    ['only what lies directly in the root when exact', { ous: ['Root'], exact: true }, ['lone']],
    ['by tags everywhere when no OU is named', { tags: { team: 'x' } }, ['direct', 'shop']],
    ['by tags within the OUs', { tags: { team: 'x' }, ous: ['Workloads/Prod'] }, ['shop']],
    ['only what carries every tag', { tags: { team: 'y', stage: 'prod' } }, ['pay']],
    ['a named account whatever its tags', { accounts: ['play'], tags: { team: 'x' } }, ['direct', 'shop', 'play']],
    ['nothing that is excluded, even by name', { accounts: ['shop', 'pay'], excludeAccounts: ['pay'] }, ['shop']],
    ['nothing in an excluded OU, even by name', { accounts: ['shop', 'other'], excludeOus: ['Workloads'] }, ['other']],
    ['no closed account', { accounts: ['closed', 'play'] }, ['play']],
    ['no account of an empty OU', { ous: ['Empty'] }, []],
  ])('%s', (_, selector, names) => {
    expect(expandSelector(TREE, selector).map(({ name }) => name)).toEqual(names);
  });
});

describe('the OUs of a selector are', () => {
  test.each<[string, Selector, string[]]>([
    ['the named one and those below', { ous: ['Workloads'] }, ['Workloads', 'Workloads/Prod', 'Workloads/Dev']],
    ['the named one when exact', { ous: ['Workloads'], exact: true }, ['Workloads']],
    ['all of them for Root', { ous: ['Root'], excludeOus: ['Workloads'] }, ['Workloads2', 'Empty']],
    ['none for the root itself', { ous: ['Root'], exact: true }, []],
  ])('%s', (_, selector, paths) => {
    expect(selectOus(TREE, selector).map(({ path }) => path)).toEqual(paths);
  });
});

describe('a policy is attached to', () => {
  test.each<[string, Selector, string[]]>([
    ['the root for the whole organization', { ous: ['Root'] }, ['Root']],
    ['an OU as a whole, once', { ous: ['Workloads', 'Workloads/Prod'], accounts: ['shop'] }, ['Workloads']],
    ['an OU without accounts, for those that join it', { ous: ['Empty'] }, ['Empty']],
    [
      'the rest of an OU when one account is left out',
      { ous: ['Workloads'], excludeAccounts: ['pay'] },
      ['account direct', 'account shop', 'Workloads/Dev'],
    ],
    [
      'the rest of an OU when a nested OU is left out',
      { ous: ['Workloads'], excludeOus: ['Workloads/Dev'] },
      ['account direct', 'Workloads/Prod'],
    ],
    ['the accounts of an exact OU with OUs below it', { ous: ['Workloads'], exact: true }, ['account direct']],
    ['an exact OU without OUs below it', { ous: ['Workloads/Prod'], exact: true }, ['Workloads/Prod']],
    [
      'accounts with a tag one by one, as the next one may not carry it',
      { tags: { stage: 'prod' } },
      ['account shop', 'account pay'],
    ],
    [
      'accounts by name one by one, although they are all that an OU holds today',
      { accounts: ['shop', 'pay'] },
      ['account shop', 'account pay'],
    ],
    [
      'child OUs and not their parent, which was not named',
      { ous: ['Workloads/Prod', 'Workloads/Dev'] },
      ['Workloads/Prod', 'Workloads/Dev'],
    ],
    [
      'everything but the root when the management account is excluded by name',
      { ous: ['Root'], excludeAccounts: ['management'] },
      ['account lone', 'Workloads', 'Workloads2', 'Empty'],
    ],
    ['no management account', { accounts: ['management'], includeManagement: true }, []],
  ])('%s', (_, selector, keys) => {
    expect(attachmentPoints(TREE, selector).map(attachmentKey)).toEqual(keys);
  });
});

describe('a selector of the config', () => {
  const targets = (selector: string): Edit => ['targets: { ous: [Sandbox] }', `targets: ${selector}`];
  test.each<[string, string, string]>([
    [
      'an account that is misspelt',
      '{ accounts: [▸shop-prd] }',
      'accounts[0]: no account "shop-prd" — did you mean "shop-prod"?',
    ],
    [
      'an excluded account that does not exist',
      '{ ous: [Root], excludeAccounts: [▸legacy-system] }',
      'excludeAccounts[0]: no account "legacy-system"',
    ],
    [
      'an OU that is misspelt',
      '{ ous: [▸Workloads/Prd] }',
      'ous[0]: no OU "Workloads/Prd" — did you mean "Workloads/Prod"?',
    ],
    ['an excluded OU that does not exist', '{ ous: [Root], excludeOus: [▸Legacy] }', 'excludeOus[0]: no OU "Legacy"'],
    [
      'nothing at all',
      '▸{ exact: true }',
      ': selects nothing: give accounts, ous or tags (the whole organization is `ous: [Root]`)',
    ],
    [
      'tags without a tag',
      '{ tags: ▸{} }',
      'tags: names no tag, which would select everything: name one, or remove tags (the whole organization is `ous: [Root]`)',
    ],
    [
      'tags that no account carries',
      '▸{ tags: { service: mail } }',
      ': selects no account: every name is right, but the excludes and tags leave none, or the accounts are closed (see `org-governance targets`)',
    ],
    [
      'an OU that is excluded again with the OU above it',
      '▸{ ous: [Workloads/Prod], excludeOus: [Workloads] }',
      ': selects no account: every name is right, but the excludes and tags leave none, or the accounts are closed (see `org-governance targets`)',
    ],
    [
      'Regions, where a policy has none',
      '{ ous: [Sandbox], regions: ▸[us-east-1] }',
      'regions: organization policies are global; remove regions',
    ],
    [
      'the management account among others',
      '{ ous: [Root], includeManagement: ▸true }',
      'includeManagement: the management account cannot be a target of its own…',
    ],
    [
      'the management account',
      '{ accounts: [▸management] }',
      'accounts[0]: the management account cannot be a target of its own: SCPs and RCPs never bind it, and other policies reach it through Root; remove it',
    ],
  ])('fails for %s', (_, selector, problem) => {
    const path = problem.startsWith(':') ? '' : '.';
    expectProblems([targets(selector)], [`guardrails[2].targets${path}${problem}`]);
  });

  test('may name an OU without accounts, for those that join it', () => {
    const { problems } = load([
      ['  - path: Sandbox\n', '  - path: Sandbox\n  - path: Empty\n'],
      targets('{ ous: [Empty] }'),
    ]);
    expect(problems).toEqual([]);
  });
});
