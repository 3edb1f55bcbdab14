import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  OrganizationAccessAnalyzers,
  type OrganizationAccessAnalyzersProps,
} from '../../../../constructs/kisms/security-services';

function make(props?: OrganizationAccessAnalyzersProps): Template {
  const stack = new Stack();
  new OrganizationAccessAnalyzers(stack, 'Analyzers', props);
  return Template.fromStack(stack);
}

test('analyzes access from outside, and access that nobody used for 90 days', () => {
  const template = make();
  template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    Type: 'ORGANIZATION',
    ArchiveRules: Match.absent(),
  });
  template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    Type: 'ORGANIZATION_UNUSED_ACCESS',
    AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 90, AnalysisRule: Match.absent() } },
    ArchiveRules: Match.absent(),
  });
});

test('archives what is intended, each in its own analyzer', () => {
  const template = make({
    externalAccessArchiveRules: [
      { ruleName: 'Partner', filter: [{ property: 'principal.AWS', contains: ['777788889999'] }] },
    ],
    unusedAccessArchiveRules: [
      { ruleName: 'BreakGlass', filter: [{ property: 'resource', contains: ['break-glass'] }] },
    ],
    unusedAccessExcludedAccounts: ['444455556666', '111122223333'],
  });
  template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    Type: 'ORGANIZATION',
    ArchiveRules: [{ RuleName: 'Partner', Filter: [{ Property: 'principal.AWS', Contains: ['777788889999'] }] }],
  });
  template.hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    Type: 'ORGANIZATION_UNUSED_ACCESS',
    ArchiveRules: [{ RuleName: 'BreakGlass', Filter: [{ Property: 'resource', Contains: ['break-glass'] }] }],
    AnalyzerConfiguration: {
      UnusedAccessConfiguration: { AnalysisRule: { Exclusions: [{ AccountIds: ['111122223333', '444455556666'] }] } },
    },
  });
});

test.each([1, 365])('counts access as unused after %i days', (unusedAccessDays) => {
  expect(() => make({ unusedAccessDays })).not.toThrow();
});

test.each([0, 366, 1.5])('refuses %d days without use', (unusedAccessDays) => {
  expect(() => make({ unusedAccessDays })).toThrow(
    `'unusedAccessDays' must be a whole number of 1 to 365 days, got ${unusedAccessDays}; 90 is usual`,
  );
});

test.each([
  [['1st'], '"1st"'],
  [['Known', 'Known'], '"Known"'],
])('refuses archive rules named %j', (names, got) => {
  const rules = names.map((ruleName) => ({ ruleName, filter: [{ property: 'isPublic', eq: ['false'] }] }));
  expect(() => make({ unusedAccessArchiveRules: rules })).toThrow(
    `'unusedAccessArchiveRules' must name each rule once, by a letter and then letters, digits and _.-, got ${got}; rename it`,
  );
});
