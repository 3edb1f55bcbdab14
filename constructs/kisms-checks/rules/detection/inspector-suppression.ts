import type { CfnFilter } from 'aws-cdk-lib/aws-inspectorv2';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { anyOf, ask, someItem, unless } from '../answer';

/** What the filters of text and of tags have in common. */
interface Comparison {
  readonly comparison?: string;
}

/** Criteria that name a vulnerability, a package or a resource; the others fit whole classes of findings. */
const NARROW = [
  'codeVulnerabilityDetectorName',
  'codeVulnerabilityFilePath',
  'componentId',
  'ec2InstanceImageId',
  'ecrImageHash',
  'ecrImageRepositoryName',
  'ecrImageTags',
  'findingArn',
  'lambdaFunctionLayers',
  'lambdaFunctionName',
  'relatedVulnerabilities',
  'resourceId',
  'resourceTags',
  'title',
  'vulnerabilityId',
  'vulnerablePackages',
] as const satisfies readonly (keyof CfnFilter.FilterCriteriaProperty)[];

/**
 * A suppression of Inspector findings names a vulnerability, a package or a resource.
 *
 * @see https://docs.aws.amazon.com/inspector/latest/user/findings-managing-supression-rules.html
 */
export const inspectorSuppression: KismsRule = {
  id: 'InspectorSuppression',
  criteria: ['2.11.2', '2.10.8'],
  title: {
    en: 'The filter suppresses a whole class of Inspector findings',
    ko: '필터가 Inspector 탐지 결과를 통째로 억제합니다',
  },
  why: {
    en: 'Vulnerabilities are found to be treated or accepted one by one; a filter by severity or account hides the ones of tomorrow too.',
    ko: '취약점은 하나씩 조치하거나 승인해야 하며, 심각도나 계정으로 거르면 앞으로 나올 취약점까지 숨겨집니다.',
  },
  fix: {
    en: 'Add a criterion such as vulnerabilityId, vulnerablePackages or resourceId to filterCriteria.',
    ko: 'filterCriteria에 vulnerabilityId, vulnerablePackages, resourceId 같은 조건을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::InspectorV2::Filter'],
  check(node) {
    const { filterAction, filterCriteria } = node as CfnFilter;
    const action = resolved(node, filterAction);
    if (action === UNKNOWN) return UNKNOWN;
    if (action !== 'SUPPRESS') return NagRuleCompliance.NOT_APPLICABLE;
    const narrow = ask(resolved<CfnFilter.FilterCriteriaProperty>(node, filterCriteria), (criteria) =>
      anyOf(
        NARROW.map((name) =>
          someItem(
            node,
            criteria?.[name] as readonly Comparison[] | undefined,
            ({ comparison }) => comparison !== 'NOT_EQUALS',
          ),
        ),
      ),
    );
    return unless(ask(narrow, (isNarrow) => !isNarrow));
  },
};
