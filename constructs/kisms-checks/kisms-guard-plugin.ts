import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolation,
} from 'aws-cdk-lib';
import { CONTROLS } from '../kisms';

/** CDK's validation of templates with Guard rules added, whose findings carry the criteria that they serve. */
class KismsGuardPlugin extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const report = super.validate(context);
    return { ...report, violations: report.violations.map(withCriteria) };
  }
}

function withCriteria(violation: PolicyViolation): PolicyViolation {
  const criteria = CONTROLS.flatMap(({ mechanism, reference, criterion }) =>
    mechanism === 'guard-rule' && reference === violation.ruleName ? [criterion] : [],
  );
  if (criteria.length === 0) return violation;
  return { ...violation, ruleMetadata: { ...violation.ruleMetadata, criteria: criteria.join(',') } };
}

/**
 * A second engine beside `KismsChecks`: your copy of AWS's K-ISMS Guard rules, run over the finished templates.
 *
 * It sees what the rules on constructs cannot, such as `addPropertyOverride`, and costs several seconds a synth. It takes
 * the place of CDK's own template validation, whose rules go on running; like theirs, its errors are warnings unless the
 * context `@aws-cdk/core:validateAgainstDefaultRules` is true. No rule is downloaded and none comes with this package:
 * take `rule_set_k_isms` from the releases of the registry.
 *
 * @param guardFiles paths of `.guard` files
 * @throws Error when no file is named or a file cannot be read
 * @see https://github.com/aws-cloudformation/aws-guard-rules-registry
 */
export function kismsGuardPlugin(guardFiles: readonly string[]): CloudFormationValidatePlugin {
  if (guardFiles.length === 0) throw new Error("'guardFiles' is empty; name one or more .guard files");
  return new KismsGuardPlugin({
    guardRules: guardFiles.map((file) => ({ name: basename(file), content: readFileSync(file, 'utf8') })),
  });
}
