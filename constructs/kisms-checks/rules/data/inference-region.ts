import { type CfnResource, Stack } from 'aws-cdk-lib';
import type { CfnAgent, CfnApplicationInferenceProfile, CfnGuardrail, CfnPrompt } from 'aws-cdk-lib/aws-bedrock';
import { NagMessageLevel } from 'cdk-nag';
import type { ResolvedKismsCheckOptions } from '../../options';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { answerOf, each, type Finding, items } from './findings';
import { arnRegionFault, textOf } from './regions';

/** Ids of system-defined inference profiles begin with the part of the world that they spread requests over. */
const CROSS_REGION_PROFILE = /^(apac|au|eu|global|jp|us|us-gov)\./;

const MODELS: Readonly<Record<string, (node: CfnResource) => readonly unknown[]>> = {
  'AWS::Bedrock::Agent': (node) => [(node as CfnAgent).foundationModel],
  'AWS::Bedrock::ApplicationInferenceProfile': (node) =>
    each([resolved(node, (node as CfnApplicationInferenceProfile).modelSource)], (source) => [source?.copyFrom]),
  'AWS::Bedrock::Guardrail': (node) =>
    each([resolved(node, (node as CfnGuardrail).crossRegionConfig)], (config) => [config?.guardrailProfileArn]),
  'AWS::Bedrock::Prompt': (node) => each(items(node, (node as CfnPrompt).variants), ({ modelId }) => [modelId]),
};

/**
 * Models run where the request is made: a cross-region inference profile sends prompts, and the personal information in
 * them, to any region of its part of the world.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html
 */
export const inferenceRegion: KismsRule = {
  id: 'BedrockInferenceRegion',
  criteria: ['3.3.4'],
  title: {
    en: 'Prompts are sent to models in regions that are not allowed',
    ko: '허용되지 않은 리전의 모델로 프롬프트를 보냅니다',
  },
  why: {
    en: 'Prompts with personal information that are processed abroad are an overseas transfer.',
    ko: '개인정보가 담긴 프롬프트를 해외 리전에서 처리하면 국외이전에 해당합니다.',
  },
  fix: {
    en: 'Name the foundation model itself, in an allowed region, or acknowledge the approved transfer.',
    ko: '허용된 리전의 파운데이션 모델을 직접 지정하거나, 승인한 국외이전이라면 예외로 승인하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: Object.keys(MODELS),
  check(node, options) {
    const models = MODELS[node.cfnResourceType]?.(node) ?? [];
    return answerOf(models.map((model) => (model === UNKNOWN ? UNKNOWN : modelFault(node, model, options))));
  },
};

function modelFault(node: CfnResource, model: unknown, options: ResolvedKismsCheckOptions): Finding {
  if (model === undefined) return undefined;
  const text = textOf(Stack.of(node).resolve(model));
  const id = text.split('/').at(-1) ?? text;
  const area = CROSS_REGION_PROFILE.exec(id)?.[1];
  if (area !== undefined) return `InferenceProfile::${area}`;
  if (text.startsWith('arn:')) return arnRegionFault(node, model, options);
  return text.startsWith('@') ? UNKNOWN : undefined;
}
