import type { AuthorizationGuardrail } from '../guardrail';

/** Keeps the analyzers of external access; an archive rule would hide findings, so it is denied too. */
export const denyAccessAnalyzerDelete: AuthorizationGuardrail = {
  id: 'deny-access-analyzer-delete',
  policyType: 'SERVICE_CONTROL_POLICY',
  title: { en: 'Protect IAM Access Analyzer', ko: 'IAM Access Analyzer 삭제 및 탐지 회피 금지' },
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamaccessanalyzer.html',
  criteria: ['2.11.3'],
  statements: () => [
    {
      Effect: 'Deny',
      Action: [
        'access-analyzer:CreateArchiveRule',
        'access-analyzer:DeleteAnalyzer',
        'access-analyzer:UpdateAnalyzer',
        'access-analyzer:UpdateArchiveRule',
      ],
      Resource: '*',
    },
  ],
};
