import { complianceReport } from '../../../lib/compliance/build-report';
import { complianceDiff, isSameCoverage } from '../../../lib/compliance/diff';
import { complianceDiffMarkdown } from '../../../lib/compliance/diff-markdown';
import type { ComplianceSources } from '../../../lib/compliance/sources';
import { COVERAGE, SETTINGS, sources } from './compliance.sources';

const BASE = complianceReport(sources());
const diff = (changes: Partial<ComplianceSources>) => complianceDiff(BASE, complianceReport(sources(changes)));

const without = (identifier: string): Partial<ComplianceSources> => ({
  settings: {
    ...SETTINGS,
    rules: SETTINGS.rules.map((rule) => (rule.identifier === identifier ? { ...rule, packs: [] } : rule)),
  },
});

describe('complianceDiff', () => {
  test('is empty for the same coverage, wherever the checks met resources', () => {
    expect(isSameCoverage(complianceDiff(BASE, BASE))).toBe(true);
    const rules = COVERAGE.rules.map((rule) => ({ ...rule, compliant: [...rule.compliant, 'Stack-Z/New'] }));
    expect(isSameCoverage(diff({ coverage: { ...COVERAGE, rules } }))).toBe(true);
  });

  test('tells once a control that is lost, with its criteria', () => {
    const { controls } = diff(without('CLOUD_TRAIL_ENABLED'));
    expect(controls).toMatchObject({
      gained: [],
      lost: [{ control: { reference: 'CLOUD_TRAIL_ENABLED' }, criteria: ['2.3.3', '2.9.4'], after: { state: 'off' } }],
      changed: [],
    });
  });

  test('tells a control that holds elsewhere than before', () => {
    const { controls, criteria } = diff({ settings: { ...SETTINGS, packAccounts: ['audit'] } });
    expect(controls.lost).toEqual([]);
    expect(controls.changed.find(({ control }) => control.reference === 'CLOUD_TRAIL_ENABLED')).toMatchObject({
      before: { state: 'on' },
      after: { state: 'on', where: ['account audit'] },
    });
    expect(criteria).toEqual({ gained: [], lost: [], changed: [] });
  });

  test('tells a criterion that begins to fail as lost', () => {
    const rules = COVERAGE.rules.map((rule) => ({
      ...rule,
      nonCompliant: rule.id === 'Kisms-RDSStorageEncrypted' ? [{ path: 'Stack-A/Db', id: rule.id }] : rule.nonCompliant,
    }));
    const { criteria, controls } = diff({ coverage: { ...COVERAGE, rules } });
    expect(criteria.lost).toMatchObject([{ id: '2.7.1', before: 'in-force', after: 'failing' }]);
    expect(controls.changed).toMatchObject([{ before: { state: 'on' }, after: { state: 'failing' } }]);
  });

  test('tells exceptions that come, go, and cover more', () => {
    const [first, ...others] = COVERAGE.acknowledgements as [(typeof COVERAGE)['acknowledgements'][number]];
    const less = diff({ coverage: { ...COVERAGE, acknowledgements: others } });
    expect(less.exceptions.added.map(({ where }) => where)).toEqual([['Stack-B/Logs']]);
    expect(less.exceptions.removed.map(({ where }) => where)).toEqual([['Stack-A/Logs', 'Stack-B/Logs']]);
    const more = diff({
      coverage: { ...COVERAGE, acknowledgements: [...COVERAGE.acknowledgements, { ...first, reason: 'x' }] },
    });
    expect(more.exceptions.added).toMatchObject([{ reason: 'x' }]);
  });

  test('a profile that asks for less loses the criteria of section 3', () => {
    const { criteria } = diff({ settings: { ...SETTINGS, profile: 'isms' } });
    expect(criteria.lost.every(({ id, after }) => id.startsWith('3.') && after === undefined)).toBe(true);
    expect(criteria.lost.length).toBeGreaterThan(0);
  });

  test('a version without compliance.yaml serves nothing', () => {
    const { criteria, controls } = complianceDiff(undefined, BASE);
    expect(criteria.gained.length + criteria.changed.length).toBe(101);
    expect(controls.gained.length).toBe(Object.values(BASE.totals.controlsOn).reduce((sum, count) => sum + count, 0));
    expect(complianceDiff(BASE, undefined).controls.lost).toHaveLength(controls.gained.length);
  });
});

describe('as Markdown', () => {
  const lost = diff(without('CLOUD_TRAIL_ENABLED'));

  test('has a table for each change and none for what stays', () => {
    const english = complianceDiffMarkdown(lost, 'en');
    expect(english).toContain('Controls gained: 0, lost: 1, changed: 0.');
    expect(english).toMatch(
      /### Controls lost\n\n.*\n.*\n\| AWS Config rule cloudtrail-enabled .*\| Detective \| 2\.3\.3, 2\.9\.4 \| On: .* \| Off \|/,
    );
    expect(english).not.toContain('### Controls gained');
  });

  test('speaks Korean', () => {
    expect(complianceDiffMarkdown(lost, 'ko')).toMatch(/### 상실한 통제\n[^#]*\| AWS Config 규칙 cloudtrail-enabled/);
  });

  test('lists few places', () => {
    const packAccounts = SETTINGS.packAccounts.filter((name) => name !== 'shop-dev');
    const all = SETTINGS.packAccounts.map((name) => `account ${name}`);
    const [row] = diff({ settings: { ...SETTINGS, packAccounts } }).controls.changed as [never];
    const long = {
      ...lost,
      controls: { ...lost.controls, changed: [{ ...(row as object), after: { state: 'on', where: all } }] },
    };
    expect(complianceDiffMarkdown(long as never, 'en')).toContain(`and ${all.length - 10} more`);
  });
});
