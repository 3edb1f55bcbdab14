import { z } from 'zod';

const compliance = z.enum(['COMPLIANT', 'NON_COMPLIANT', 'NOT_APPLICABLE', 'INSUFFICIENT_DATA']);
const nextToken = { NextToken: z.string().nullish() };
/** The AWS CLI prints a time as text, or as a number with `cli_timestamp_format`. */
const time = z.union([z.string(), z.number()]);

/**
 * Output of `aws configservice describe-conformance-pack-compliance`.
 *
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConformancePackCompliance.html
 */
export const packComplianceSchema = z.strictObject({
  ConformancePackName: z.string(),
  ConformancePackRuleComplianceList: z.array(
    z.strictObject({
      ConfigRuleName: z.string(),
      ComplianceType: compliance,
      Controls: z.array(z.string()).optional(),
    }),
  ),
  ...nextToken,
});

/**
 * Output of `aws configservice get-conformance-pack-compliance-details`.
 *
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_GetConformancePackComplianceDetails.html
 */
export const packDetailsSchema = z.strictObject({
  ConformancePackName: z.string(),
  ConformancePackRuleEvaluationResults: z.array(
    z.strictObject({
      ComplianceType: compliance,
      EvaluationResultIdentifier: z.strictObject({
        EvaluationResultQualifier: z.strictObject({
          ConfigRuleName: z.string(),
          ResourceType: z.string(),
          ResourceId: z.string(),
          EvaluationMode: z.enum(['DETECTIVE', 'PROACTIVE']).optional(),
        }),
        OrderingTimestamp: time.optional(),
        ResourceEvaluationId: z.string().optional(),
      }),
      ConfigRuleInvokedTime: time,
      ResultRecordedTime: time,
      Annotation: z.string().optional(),
    }),
  ),
  ...nextToken,
});

/**
 * Output of `aws configservice describe-aggregate-compliance-by-config-rules`.
 *
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeAggregateComplianceByConfigRules.html
 */
export const aggregateRulesSchema = z.strictObject({
  AggregateComplianceByConfigRules: z.array(
    z.strictObject({
      ConfigRuleName: z.string(),
      Compliance: z.strictObject({
        ComplianceType: compliance,
        ComplianceContributorCount: z
          .strictObject({ CappedCount: z.int().optional(), CapExceeded: z.boolean().optional() })
          .optional(),
      }),
      AccountId: z.string(),
      AwsRegion: z.string(),
    }),
  ),
  ...nextToken,
});

/**
 * Output of `aws configservice select-aggregate-resource-config`: every result is JSON in a string.
 *
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_SelectAggregateResourceConfig.html
 */
export const selectSchema = z.strictObject({
  Results: z.array(z.string()),
  QueryInfo: z.strictObject({ SelectFields: z.array(z.strictObject({ Name: z.string() })) }).optional(),
  ...nextToken,
});

/** One result of the query; it may select more. */
export const selectRowSchema = z.looseObject({
  accountId: z.string(),
  configuration: z.looseObject({
    targetResourceId: z.string(),
    targetResourceType: z.string(),
    configRuleList: z.array(z.looseObject({ configRuleName: z.string(), complianceType: compliance })),
  }),
});
