import { type App, type CfnResource, CfnParameter as Input, Stack, Token } from 'aws-cdk-lib';
import { CfnParameter } from 'aws-cdk-lib/aws-ssm';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import { compliance, type KismsRule, resolved, UNKNOWN } from '../../../constructs/kisms-checks';

// SSM parameters, because no rule of the pack itself speaks about them: `Described` is the only one that can object.

function describe(node: CfnResource): string | undefined | typeof UNKNOWN {
  return CfnParameter.isCfnParameter(node) ? resolved(node, node.description) : UNKNOWN;
}

/** A rule of a user: parameters have a description. */
export function described(overrides: Partial<KismsRule> = {}): KismsRule {
  return {
    id: 'Described',
    criteria: ['2.9.4'],
    title: { en: 'The parameter has no description', ko: '파라미터에 설명이 없습니다' },
    why: { en: 'People must know what it is for.', ko: '용도를 알아야 합니다.' },
    fix: { en: 'Set description.', ko: 'description을 설정하세요.' },
    level: NagMessageLevel.ERROR,
    resourceTypes: ['AWS::SSM::Parameter'],
    check: (node) => compliance(describe(node), (text) => text !== undefined),
    ...overrides,
  };
}

/** The same with one finding for each word of the description. */
export const WORDS = described({
  check: (node) => {
    const text = describe(node);
    return text === UNKNOWN ? UNKNOWN : (text?.split(' ') ?? []);
  },
});

/** The same, unable to read tokens, as many rules of cdk-nag are. */
export const THROWS = described({
  check: (node) => {
    if (CfnParameter.isCfnParameter(node) && Token.isUnresolved(node.description)) throw new Error('it is a token');
    return describe(node) === undefined ? NagRuleCompliance.NON_COMPLIANT : NagRuleCompliance.COMPLIANT;
  },
});

/** Adds a stack with one parameter: `S/P`. */
export function parameter(app: App, description?: string, stackName = 'S'): CfnParameter {
  return new CfnParameter(new Stack(app, stackName), 'P', { type: 'String', value: 'x', description });
}

/** The same with a description that only the deployment knows. */
export function unknownParameter(app: App): CfnParameter {
  const stack = new Stack(app, 'S');
  const description = new Input(stack, 'Description').valueAsString;
  return new CfnParameter(stack, 'P', { type: 'String', value: 'x', description });
}
