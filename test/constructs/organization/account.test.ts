import { Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Account, type AccountProps } from '../../../constructs/organization';

const OU = { organizationalUnitId: 'ou-exam-example1' };

function make(props: Partial<AccountProps> = {}, stack = new Stack()): Account {
  return new Account(stack, 'Account', {
    accountName: 'shop-prod',
    email: 'aws-shop-prod@example.com',
    organizationalUnit: OU,
    ...props,
  });
}

const template = (account: Account): Template => Template.fromStack(Stack.of(account));

test('vends the account into its OU and keeps it when it leaves the template', () => {
  template(make()).hasResource('AWS::Organizations::Account', {
    Properties: {
      AccountName: 'shop-prod',
      Email: 'aws-shop-prod@example.com',
      ParentIds: ['ou-exam-example1'],
      RoleName: Match.absent(),
      Tags: Match.absent(),
    },
    DependsOn: Match.absent(),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

test('takes a role name and tags, the tags by key', () => {
  template(make({ roleName: 'Admin', tags: { service: 'shop', 'cost-center': '2100' } })).hasResourceProperties(
    'AWS::Organizations::Account',
    {
      RoleName: 'Admin',
      Tags: [
        { Key: 'cost-center', Value: '2100' },
        { Key: 'service', Value: 'shop' },
      ],
    },
  );
});

test('knows its id and waits for the account before it', () => {
  const stack = new Stack();
  const first = make({}, stack);
  new Account(stack, 'Second', {
    accountName: 'shop-dev',
    email: 'aws-shop-dev@example.com',
    organizationalUnit: OU,
    after: first,
  });
  const { 'Fn::GetAtt': id } = stack.resolve(first.accountId);
  expect(id).toEqual([expect.any(String), 'AccountId']);
  Template.fromStack(stack).hasResource('AWS::Organizations::Account', {
    Properties: { AccountName: 'shop-dev' },
    DependsOn: [id[0]],
  });
});

test('takes values that only the deployment knows', () => {
  const { accountName, email } = { accountName: Fn.importValue('Name'), email: Fn.importValue('Email') };
  template(make({ accountName, email })).hasResourceProperties('AWS::Organizations::Account', {
    AccountName: { 'Fn::ImportValue': 'Name' },
    Email: { 'Fn::ImportValue': 'Email' },
  });
});

test.each([['a'], ['Shop (prod)'], ['x'.repeat(50)]])('accepts the name %p', (accountName) => {
  expect(() => make({ accountName })).not.toThrow();
});

test.each([[''], ['x'.repeat(51)], ['쇼핑몰'], ['shop\tprod']])('fails on the name %p', (accountName) => {
  expect(() => make({ accountName })).toThrow(
    `'accountName' must be 1 to 50 ASCII characters, got ${JSON.stringify(accountName)}`,
  );
});

test.each([['a@b.co'], [`${'x'.repeat(52)}@example.com`], ['aws+shop@mail.example.com']])(
  'accepts the address %p',
  (email) => {
    expect(() => make({ email })).not.toThrow();
  },
);

test.each([
  [''],
  ['a@b.c'],
  [`${'x'.repeat(53)}@example.com`],
  ['shop'],
  ['shop@example'],
  ['a b@example.com'],
  ['a@b@example.com'],
])('fails on the address %p', (email) => {
  expect(() => make({ email })).toThrow(
    `'email' must be an e-mail address of 6 to 64 characters, got ${JSON.stringify(email)}`,
  );
});

test.each([['111122223333'], [Fn.importValue('Account')]])(
  'refers to the account %s and creates nothing',
  (accountId) => {
    const stack = new Stack();
    expect(Account.fromAccountId(stack, 'Audit', accountId).accountId).toBe(accountId);
    expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
  },
);

test.each([['11112222333'], ['1111222233334'], ['1111-2222-3333'], ['111122223333\n'], ['']])(
  'fails to refer to the account %p',
  (accountId) => {
    expect(() => Account.fromAccountId(new Stack(), 'Audit', accountId)).toThrow(
      `'accountId' must be 12 digits, got ${JSON.stringify(accountId)}`,
    );
  },
);
