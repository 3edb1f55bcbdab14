import type { PermissionSetPreset } from './permission-set-preset';
import { billing } from './presets/billing';
import { breakGlass } from './presets/break-glass';
import { dataEngineer } from './presets/data-engineer';
import { developer } from './presets/developer';
import { networkOps } from './presets/network-ops';
import { platformAdmin } from './presets/platform-admin';
import { readOnly } from './presets/read-only';
import { securityAudit } from './presets/security-audit';

/** Every permission set that can be taken by name, ordered by id. */
export const PERMISSION_SET_PRESETS: PermissionSetPreset[] = [
  billing,
  breakGlass,
  dataEngineer,
  developer,
  networkOps,
  platformAdmin,
  readOnly,
  securityAudit,
];

/**
 * Finds a preset by its id.
 *
 * @throws if there is none of that id
 */
export function findPermissionSetPreset(id: string): PermissionSetPreset {
  const found = PERMISSION_SET_PRESETS.find((preset) => preset.id === id);
  if (found === undefined) {
    throw new Error(
      `no permission set preset ${JSON.stringify(id)}: the ids are ${JSON.stringify(PERMISSION_SET_PRESETS.map((preset) => preset.id))}`,
    );
  }
  return found;
}
