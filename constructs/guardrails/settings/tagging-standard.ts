import type { SettingsGuardrail } from '../guardrail';

const TAG_KEY = '[\\w.:/+@-]{1,128}';

/**
 * One spelling of every tag key, its allowed values, and the resource types that must carry it.
 *
 * A tag policy refuses wrong values; it reports missing tags, but does not stop a resource without any.
 */
export const taggingStandard: SettingsGuardrail = {
  id: 'tagging-standard',
  policyType: 'TAG_POLICY',
  title: { en: 'Standard tags', ko: '표준 태그' },
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html',
  criteria: ['1.2.1', '2.1.3'],
  parameters: {
    keys: {
      type: 'string-list',
      description: { en: 'Tag keys, spelled as they must be.', ko: '태그 키(정확한 표기).' },
      pattern: `^${TAG_KEY}$`,
      defaultValue: ['Owner', 'Environment', 'DataClassification'],
    },
    values: {
      type: 'string-list',
      description: {
        en: 'Allowed values as `Key=value`, one item a value. A key without items takes any value.',
        ko: '`Key=value` 형식의 허용 값. 항목이 없는 키는 모든 값을 허용한다.',
      },
      pattern: `^${TAG_KEY}=.{1,256}$`,
      defaultValue: [],
    },
    enforcedFor: {
      type: 'string-list',
      description: {
        en: 'Resource types for which wrong values are refused, for example `s3:bucket`.',
        ko: '잘못된 값을 거부할 리소스 유형. 예: `s3:bucket`.',
      },
      pattern: '^[a-z0-9-]+:[\\w-]+(?:/[\\w-]+)?$|^[a-z0-9-]+:\\*$',
      defaultValue: [],
    },
    requiredFor: {
      type: 'string-list',
      description: {
        en: 'Resource types that are reported when a key is missing.',
        ko: '태그 키가 없으면 보고할 리소스 유형.',
      },
      pattern: '^[a-z0-9-]+:[\\w-]+(?:/[\\w-]+)?$',
      defaultValue: [],
    },
  },
  content: (_, { keys, values, enforcedFor, requiredFor }) => {
    const pairs = (values as string[]).map((pair) => [
      pair.slice(0, pair.indexOf('=')),
      pair.slice(pair.indexOf('=') + 1),
    ]);
    const stray = pairs.find(([key = '']) => !(keys as string[]).includes(key));
    if (stray !== undefined) {
      throw new Error(
        `parameter 'values' has the key ${JSON.stringify(stray[0])}, which is not one of ${JSON.stringify(keys)} of 'keys'`,
      );
    }
    const twin = (keys as string[]).flatMap((key, index) =>
      (keys as string[])
        .slice(index + 1)
        .filter((other) => other.toLowerCase() === key.toLowerCase())
        .map((other) => [key, other]),
    )[0];
    if (twin !== undefined) {
      throw new Error(
        `parameter 'keys' has ${twin.map((key) => JSON.stringify(key)).join(' and ')}, one key in two spellings: keep one`,
      );
    }
    const assign = (list: string[]) => ({ '@@assign': list });
    return {
      tags: Object.fromEntries(
        (keys as string[]).map((key) => {
          const allowed = pairs.flatMap(([name, value = '']) => (name === key ? [value] : []));
          return [
            // The policy key is the same for every spelling of the tag key.
            key.toLowerCase(),
            {
              tag_key: { '@@assign': key },
              ...(allowed.length > 0 && { tag_value: assign(allowed) }),
              ...((enforcedFor as string[]).length > 0 && { enforced_for: assign(enforcedFor as string[]) }),
              ...((requiredFor as string[]).length > 0 && { report_required_tag_for: assign(requiredFor as string[]) }),
            },
          ];
        }),
      ),
    };
  },
};
