import { Duration, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  awsManagedPolicyArn,
  checkPermissionSet,
  PermissionSet,
  type PermissionSetContent,
  type PermissionSetProps,
} from '../../../constructs/identity-center';
import type { PolicyDocument } from '../../../constructs/policy-evaluator';
import { INSTANCE_ARN, PERMISSION_SET_ARN } from './fixtures';

const AUDIT = 'arn:aws:iam::aws:policy/SecurityAudit';

function inline(resource: string): PolicyDocument {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: resource }] };
}

function template(props: Partial<PermissionSetProps> = {}): Template {
  const stack = new Stack();
  new PermissionSet(stack, 'Set', { instanceArn: INSTANCE_ARN, permissionSetName: 'audit', ...props });
  return Template.fromStack(stack);
}

describe('the construct', () => {
  test('emits only what was set', () => {
    template().hasResource('AWS::SSO::PermissionSet', {
      Properties: Match.exact({ InstanceArn: INSTANCE_ARN, Name: 'audit' }),
    });
  });

  test('emits everything that was set', () => {
    template({
      description: 'Reviews accounts',
      managedPolicies: [AUDIT],
      customerManagedPolicies: [{ name: 'app-read' }, { name: 'app-write', path: '/governance/' }],
      inlinePolicy: inline('*'),
      permissionsBoundary: { customerManagedPolicy: { name: 'boundary' } },
      sessionDuration: Duration.minutes(90),
      relayState: 'https://ap-northeast-2.console.aws.amazon.com/securityhub',
      tags: { team: 'security' },
    }).hasResourceProperties('AWS::SSO::PermissionSet', {
      Description: 'Reviews accounts',
      ManagedPolicies: [AUDIT],
      CustomerManagedPolicyReferences: [
        { Name: 'app-read', Path: '/' },
        { Name: 'app-write', Path: '/governance/' },
      ],
      InlinePolicy: inline('*'),
      PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'boundary', Path: '/' } },
      SessionDuration: 'PT1H30M',
      RelayStateType: 'https://ap-northeast-2.console.aws.amazon.com/securityhub',
      Tags: [{ Key: 'team', Value: 'security' }],
    });
  });

  test('takes an AWS managed policy as its boundary', () => {
    template({ permissionsBoundary: { managedPolicy: AUDIT } }).hasResourceProperties('AWS::SSO::PermissionSet', {
      PermissionsBoundary: { ManagedPolicyArn: AUDIT },
    });
  });

  test('takes values that only the deployment knows', () => {
    template({ instanceArn: Fn.importValue('Instance'), managedPolicies: [Fn.importValue('Policy')] });
  });

  test('fails with every problem in one message', () => {
    expect(() =>
      template({ permissionSetName: 'a b', description: '', sessionDuration: Duration.minutes(59) }),
    ).toThrow(/^permission set "a b": the name .*; the description .*; the session lasts 59 minutes/);
  });

  test.each(['ssoins-1234567890abcdef', 'arn:aws:sso:::instance/ssoins-1234567890abcde', `${INSTANCE_ARN}0`])(
    'fails on the instance %p',
    (instanceArn) => {
      expect(() => template({ instanceArn })).toThrow(`'instanceArn' must look like "arn:aws:sso:::instance/`);
    },
  );

  test('refers to a permission set that exists', () => {
    const attributes = { permissionSetName: 'audit', permissionSetArn: PERMISSION_SET_ARN };
    const stack = new Stack();
    expect(PermissionSet.fromPermissionSetArn(stack, 'Set', attributes)).toMatchObject(attributes);
    expect(Template.fromStack(stack).toJSON().Resources).toBeUndefined();
    const wrong = { ...attributes, permissionSetArn: INSTANCE_ARN };
    expect(() => PermissionSet.fromPermissionSetArn(stack, 'Other', wrong)).toThrow(
      `'permissionSetArn' must look like`,
    );
  });
});

const policies = (count: number) => Array.from({ length: count }, (_, index) => `${AUDIT}${index}`);
const references = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `policy-${index}` }));
const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, '']));
/** An inline policy of exactly so many bytes. */
function inlineOf(bytes: number): PolicyDocument {
  const prefix = 'arn:aws:s3:::';
  return inline(prefix + 'x'.repeat(bytes - JSON.stringify(inline(prefix)).length));
}

describe('limits of AWS', () => {
  test.each<[string, Omit<PermissionSetContent, 'name'> & { readonly name?: string }]>([
    ['a name of 1 character', { name: 'a' }],
    ['a name of 32 characters of every kind', { name: `aZ09_+=,.@-${'x'.repeat(21)}` }],
    ['a description of 1 character', { description: 'x' }],
    ['a description of 700 characters', { description: 'é'.repeat(700) }],
    ['25 AWS managed policies', { managedPolicies: policies(25) }],
    ['25 customer managed policies', { customerManagedPolicies: references(25) }],
    ['25 of both', { managedPolicies: policies(20), customerManagedPolicies: references(5) }],
    ['a customer managed policy of 128 characters', { customerManagedPolicies: [{ name: 'x'.repeat(128) }] }],
    ['a policy path of 512 characters', { customerManagedPolicies: [{ name: 'x', path: `/${'x'.repeat(510)}/` }] }],
    ['an inline policy of 10,240 bytes', { inlinePolicy: inlineOf(10_240) }],
    ['a longer inline policy because of its spaces', { inlinePolicy: inline(`arn:aws:s3:::${' '.repeat(20_000)}*`) }],
    ['PT1H', { sessionMinutes: 60 }],
    ['PT12H', { sessionMinutes: 720 }],
    ['a relay state of 240 characters', { relayState: 'x'.repeat(240) }],
    ['50 tags', { tags: tags(50) }],
    ['a long tag', { tags: { ['x'.repeat(128)]: 'x'.repeat(256) } }],
    ['a boundary', { permissionsBoundary: { managedPolicy: AUDIT } }],
  ])('accepts %s', (_, content) => {
    expect(checkPermissionSet({ name: 'audit', ...content })).toEqual([]);
  });

  test.each<[string, Omit<PermissionSetContent, 'name'> & { readonly name?: string }, string]>([
    ['an empty name', { name: '' }, 'the name "" must be'],
    ['a name of 33 characters', { name: 'x'.repeat(33) }, 'must be 1 to 32'],
    ['a name with a slash', { name: 'a/b' }, 'the name "a/b" must be'],
    ['a name with a line end', { name: 'a\n' }, 'the name "a\\n" must be'],
    ['an empty description', { description: '' }, 'the description must have 1 to 700'],
    ['a description of 701 characters', { description: 'x'.repeat(701) }, 'the description must have 1 to 700'],
    ['a Korean description', { description: '감사' }, 'write it in English'],
    ['26 AWS managed policies', { managedPolicies: policies(26) }, 'the set has 26 managed policies but may have 25'],
    ['26 customer managed policies', { customerManagedPolicies: references(26) }, 'the set has 26 managed policies'],
    ['26 of both', { managedPolicies: policies(20), customerManagedPolicies: references(6) }, 'the set has 26'],
    ['a policy twice', { managedPolicies: [AUDIT, AUDIT] }, `the policy "${AUDIT}" is listed twice`],
    ['a name for an ARN', { managedPolicies: ['SecurityAudit'] }, '"SecurityAudit" is not the ARN'],
    [
      'a policy of its own as AWS managed',
      { managedPolicies: ['arn:aws:iam::111122223333:policy/x'] },
      'is not the ARN of an AWS managed policy',
    ],
    ['a policy name of 129 characters', { customerManagedPolicies: [{ name: 'x'.repeat(129) }] }, 'must be 1 to 128'],
    ['a policy path without an end', { customerManagedPolicies: [{ name: 'x', path: '/x' }] }, 'the policy path "/x"'],
    [
      'a policy path of 513 characters',
      { customerManagedPolicies: [{ name: 'x', path: `/${'x'.repeat(511)}/` }] },
      'must have at most 512 characters',
    ],
    ['an inline policy of 10,241 bytes', { inlinePolicy: inlineOf(10_241) }, 'has 10241 bytes without white space'],
    ['Korean in an inline policy', { inlinePolicy: inline('arn:aws:s3:::로그/*') }, 'characters outside Latin-1'],
    ['a principal in an inline policy', { inlinePolicy: withPrincipal() }, 'element "Principal" is not supported'],
    ['59 minutes', { sessionMinutes: 59 }, 'the session lasts 59 minutes but may last PT1H to PT12H'],
    ['721 minutes', { sessionMinutes: 721 }, 'the session lasts 721 minutes'],
    ['an empty relay state', { relayState: '' }, 'the relay state must be a URL of 1 to 240'],
    ['a relay state of 241 characters', { relayState: 'x'.repeat(241) }, 'the relay state must be a URL of 1 to 240'],
    ['51 tags', { tags: tags(51) }, 'the set has 51 tags but may have 50'],
    ['an empty tag key', { tags: { '': 'x' } }, 'the tag key "" must have 1 to 128'],
    ['a tag key of 129 characters', { tags: { ['x'.repeat(129)]: '' } }, 'must have 1 to 128 characters'],
    ['a tag value of 257 characters', { tags: { team: 'x'.repeat(257) } }, 'the value of tag "team" must have'],
    ['no boundary in the boundary', { permissionsBoundary: {} }, 'must have exactly one of'],
    [
      'two boundaries',
      { permissionsBoundary: { managedPolicy: AUDIT, customerManagedPolicy: { name: 'x' } } },
      'must have exactly one of',
    ],
    ['a boundary without a name', { permissionsBoundary: { customerManagedPolicy: { name: '' } } }, 'policy name ""'],
  ])('refuses %s', (_, content, message) => {
    expect(checkPermissionSet({ name: 'audit', ...content })).toEqual([expect.stringContaining(message)]);
  });
});

function withPrincipal(): PolicyDocument {
  const Statement = [{ Effect: 'Allow' as const, Principal: '*', Action: 's3:*', Resource: '*' }];
  return { Version: '2012-10-17', Statement };
}

describe('names of AWS managed policies', () => {
  test.each([
    ['SecurityAudit', AUDIT],
    ['Billing', 'arn:aws:iam::aws:policy/job-function/Billing'],
    ['job-function/Billing', 'arn:aws:iam::aws:policy/job-function/Billing'],
    ['service-role/AWSConfigRole', 'arn:aws:iam::aws:policy/service-role/AWSConfigRole'],
    [AUDIT, AUDIT],
  ])('%s is %s', (name, arn) => {
    expect(awsManagedPolicyArn(name)).toBe(arn);
  });

  test('follows the partition', () => {
    expect(awsManagedPolicyArn('SecurityAudit', 'aws-cn')).toBe('arn:aws-cn:iam::aws:policy/SecurityAudit');
  });

  test.each(['', 'Security Audit', '/SecurityAudit', 'arn:aws:iam::111122223333:policy/x', 'x'.repeat(129)])(
    'fails on %p',
    (name) => {
      expect(() => awsManagedPolicyArn(name)).toThrow('is not an AWS managed policy: write a name');
    },
  );
});
