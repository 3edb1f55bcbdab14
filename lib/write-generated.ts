import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { guardrailReference } from '../constructs';
import { kismsCheckReference, kismsCriteriaReference, kismsRuleReference } from '../constructs/kisms';
import { KISMS_RULES } from '../constructs/kisms-checks';
import { jsonSchemas } from './config/json-schemas';
import { compileCreateOnly } from './guard/compile-create-only';
import { reportSchemas } from './reports/report-schemas';

/**
 * Every file of the repository that is made from the code, by its path: the JSON Schemas, the references of guardrails
 * and of K-ISMS, and the properties that replace a resource.
 */
export function generatedFiles(): ReadonlyMap<string, string> {
  const schemas = Object.entries({ config: jsonSchemas(), reports: reportSchemas() }).flatMap(([room, made]) =>
    [...made].map(([name, schema]): [string, string] => [
      join('lib', room, 'schemas', name),
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
  return new Map([
    ...schemas,
    [
      join('lib', 'guard', 'create-only.json'),
      `${JSON.stringify(compileCreateOnly(loadAwsServiceSpecSync()), null, 2)}\n`,
    ],
    [join('docs', 'guardrails.md'), `${guardrailReference('en')}\n${guardrailReference('ko')}`],
    ...kismsPages('en', '.md'),
    ...kismsPages('ko', '.ko.md'),
  ]);
}

function kismsPages(language: 'en' | 'ko', ending: string): [string, string][] {
  return Object.entries({
    criteria: kismsCriteriaReference(language, KISMS_RULES),
    rules: kismsRuleReference(language),
    checks: kismsCheckReference(language, KISMS_RULES),
  }).map(([name, page]) => [join('docs', 'kisms', `${name}${ending}`), page]);
}

/**
 * Writes the generated files.
 *
 * @param root - root of the checkout
 */
export function writeGenerated(root: string): void {
  for (const [path, content] of generatedFiles()) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

if (require.main === module) writeGenerated('.');
