import { App, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { NagRuleCompliance } from 'cdk-nag';
import { compliance, isIntrinsic, resolved, UNKNOWN } from '../../../constructs/kisms-checks';

const stack = new Stack(new App({ outdir: process.env.TMPDIR }), 'S');
const node = new CfnTopic(stack, 'T');
const parameter = new CfnParameter(stack, 'P');

test.each([
  ['a value', 'x', 'x'],
  ['nothing', undefined, undefined],
  ['a false value', false, false],
  ['a late value', Lazy.string({ produce: () => 'late' }), 'late'],
  ['a late nothing', Lazy.string({ produce: () => undefined }), undefined],
  ['a parameter', parameter.valueAsString, UNKNOWN],
  ['a text around a parameter', `a-${parameter.valueAsString}`, UNKNOWN],
  ['an import', Fn.importValue('other'), UNKNOWN],
  ['an attribute', node.attrTopicArn, UNKNOWN],
  ['an object with a parameter in it', { key: parameter.valueAsString }, { key: { Ref: 'P' } }],
])('%s is read as the template has it', (_, value, expected) => {
  expect(resolved<unknown>(node, value)).toEqual(expected);
});

test.each([
  [{ Ref: 'P' }, true],
  [{ 'Fn::If': ['A', 1, 2] }, true],
  [{ Ref: 'P', Other: 1 }, false],
  [{}, false],
  [[], false],
  [null, false],
  ['Ref', false],
])('%j is an intrinsic: %s', (value, expected) => expect(isIntrinsic(value)).toBe(expected));

test.each<[number | typeof UNKNOWN, NagRuleCompliance | typeof UNKNOWN]>([
  [5, NagRuleCompliance.COMPLIANT],
  [3, NagRuleCompliance.NON_COMPLIANT],
  [UNKNOWN, UNKNOWN],
])('a value is judged only when it is known', (value, expected) => {
  expect(compliance(value, (number) => number > 4)).toBe(expected);
});
