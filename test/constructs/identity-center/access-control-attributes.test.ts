import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type AccessControlAttribute, AccessControlAttributes } from '../../../constructs/identity-center';
import { INSTANCE_ARN } from './fixtures';

const SOURCE = ['${path:enterprise.costCenter}'];

function template(attributes: AccessControlAttribute[]): Template {
  const stack = new Stack();
  new AccessControlAttributes(stack, 'Attributes', { instanceArn: INSTANCE_ARN, attributes });
  return Template.fromStack(stack);
}

test('lists attributes by key, whatever order they were written in', () => {
  template([
    { key: 'team', source: ['${path:enterprise.department}'] },
    { key: 'cost-center', source: SOURCE },
  ]).hasResourceProperties('AWS::SSO::InstanceAccessControlAttributeConfiguration', {
    InstanceArn: INSTANCE_ARN,
    AccessControlAttributes: [
      { Key: 'cost-center', Value: { Source: SOURCE } },
      { Key: 'team', Value: { Source: ['${path:enterprise.department}'] } },
    ],
  });
});

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `key-${index}`, source: SOURCE }));

test.each([
  ['1 attribute', many(1)],
  ['50 attributes', many(50)],
  ['a key of 128 characters', [{ key: 'x'.repeat(128), source: SOURCE }]],
  ['a source of 256 characters', [{ key: 'team', source: ['x'.repeat(256)] }]],
])('accepts %s', (_, attributes) => {
  template(attributes).resourceCountIs('AWS::SSO::InstanceAccessControlAttributeConfiguration', 1);
});

test.each([
  ['no attribute', [], `'attributes' must have 1 to 50 entries, got 0`],
  ['51 attributes', many(51), `'attributes' must have 1 to 50 entries, got 51`],
  ['a key of 129 characters', [{ key: 'x'.repeat(129), source: SOURCE }], `'key' must be 1 to 128`],
  ['an empty key', [{ key: '', source: SOURCE }], `'key' must be 1 to 128`],
  ['a key with a bracket', [{ key: 'a[b', source: SOURCE }], `'key' must be 1 to 128`],
  ['a key twice', [...many(1), ...many(1)], `'attributes' has the key "key-0" twice`],
  ['no source', [{ key: 'team', source: [] }], `'source' of attribute "team" must be one text`],
  ['two sources', [{ key: 'team', source: ['a', 'b'] }], `'source' of attribute "team" must be one text`],
  ['a source of 257 characters', [{ key: 'team', source: ['x'.repeat(257)] }], `'source' of attribute "team"`],
])('fails on %s', (_, attributes, message) => {
  expect(() => template(attributes)).toThrow(message);
});
