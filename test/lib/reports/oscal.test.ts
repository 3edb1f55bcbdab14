import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { ComplianceReport, ReportedControl, ReportedCriterion } from '../../../lib/compliance/compliance-report';
import {
  OSCAL_FILES,
  OSCAL_VERSION,
  oscalAssessmentResults,
  oscalCatalog,
  oscalComponentDefinition,
} from '../../../lib/reports/oscal';
import type { OscalControl, OscalFinding } from '../../../lib/reports/oscal/types';
import { uuidOfUrl } from '../../../lib/reports/oscal/uuid';
import { complianceReport, emptyReport, plantedReport } from './compliance.fixtures';

const validate = new Ajv({
  strictTypes: false,
  formats: {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://example.com/'),
    email: true,
  },
}).compile(
  JSON.parse(readFileSync(`test/fixtures/oscal/${OSCAL_VERSION}/oscal_complete_schema.json`, 'utf8')) as object,
);

const REPORT = complianceReport();
const HUGE = complianceReport({ accounts: 1_000 });
const CATALOG = oscalCatalog(REPORT).catalog;
const COMPONENTS = oscalComponentDefinition(REPORT)['component-definition'];
const RESULTS = oscalAssessmentResults(REPORT)['assessment-results'];

const DOCUMENTS: readonly [name: string, make: (report: ComplianceReport) => object][] = [
  ['catalog', oscalCatalog],
  ['component definition', oscalComponentDefinition],
  ['assessment results', oscalAssessmentResults],
];

const controlsOfCatalog: OscalControl[] = CATALOG.groups
  .flatMap((section) => section.groups ?? [])
  .flatMap((domain) => domain.controls ?? []);
const requirementsOf = (report: ComplianceReport) =>
  oscalComponentDefinition(report)['component-definition'].components.flatMap((component) =>
    component['control-implementations'].flatMap((implementation) => implementation['implemented-requirements']),
  );

/** Every value of a field, wherever it stands. */
function valuesOf(field: string, node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(field, item));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === field ? [value] : valuesOf(field, value)));
}

/** What `references` names and `known` does not have. */
function dangling(references: readonly unknown[], known: readonly unknown[]): unknown[] {
  expect(references.length).toBeGreaterThan(0);
  const all = new Set(known);
  return references.filter((reference) => !all.has(reference));
}

/** The report with one criterion whose controls are replaced. */
function withControls(id: string, change: (control: ReportedControl) => ReportedControl): ComplianceReport {
  const criteria = REPORT.criteria.map(
    (criterion): ReportedCriterion =>
      criterion.id === id ? { ...criterion, controls: criterion.controls.map(change) } : criterion,
  );
  return { ...REPORT, criteria };
}

describe.each(DOCUMENTS)('the %s', (_, make) => {
  test.each<[string, ComplianceReport]>([
    ['a whole report', REPORT],
    ['a report for ISMS without an export of AWS Config', complianceReport({ profile: 'isms', live: false })],
    ['an organization that turned nothing on', emptyReport()],
    ['1,000 accounts', HUGE],
    ['texts with spaces, quotes, markup and line breaks', { ...plantedReport(' "a"\n<b>`c` '), ...odd() }],
    ['texts that are blank', { ...plantedReport(' \n'), ...odd() }],
  ])(`of %s is valid OSCAL ${OSCAL_VERSION}`, (__, report) => {
    validate(JSON.parse(JSON.stringify(make(report))));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is the same at every run', () => {
    expect(JSON.stringify(make(complianceReport()))).toBe(JSON.stringify(make(REPORT)));
  });

  test('has another UUID when its content is another', () => {
    const [uuid] = valuesOf('uuid', make(REPORT));
    const [changed] = valuesOf('uuid', make({ ...REPORT, inputs: { ...REPORT.inputs, sha256: 'other' } }));
    expect(changed).not.toBe(uuid);
  });

  test('gives each thing a UUID of its own', () => {
    const uuids = valuesOf('uuid', make(REPORT));
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test('says that its date is no clock', () => {
    const [metadata] = valuesOf('metadata', make(REPORT));
    expect(metadata).toMatchObject({
      'last-modified': '2025-10-31T00:00:00Z',
      version: REPORT.inputs.sha256,
      remarks: expect.stringContaining('not when the document was made'),
    });
  });

  test('does not grow with the accounts', () => {
    expect(JSON.stringify(make(HUGE)).length).toBeLessThan(JSON.stringify(make(REPORT)).length * 1.05);
  });
});

/** Days stay days in a report with odd texts; its exceptions are those of a whole one. */
function odd(): Pick<ComplianceReport, 'effectiveOn' | 'exceptions'> {
  return { effectiveOn: REPORT.effectiveOn, exceptions: REPORT.exceptions };
}

test.each<[string, object]>([
  ['an id that begins with a digit', { ...CATALOG, groups: [{ id: '2.9', title: 'x' }] }],
  ['an empty list', { ...CATALOG, groups: [] }],
  ['an unknown field', { ...CATALOG, clock: true }],
  ['a UUID of another kind', { ...CATALOG, uuid: '00000000-0000-1000-8000-000000000000' }],
])('the schema refuses %s', (_, catalog) => {
  expect(validate({ catalog })).toBe(false);
});

test('UUIDs are those of RFC 9562, version 5', () => {
  expect(uuidOfUrl('http://python.org/')).toBe('4c565f0d-3f5a-5890-b41b-20cf47701c5e');
});

describe('the catalog', () => {
  test('has the 101 criteria in 3 sections and 21 domains, by number', () => {
    expect(CATALOG.groups.map(({ groups }) => groups?.length)).toEqual([4, 12, 5]);
    expect(controlsOfCatalog.map(({ id }) => id)).toEqual(REPORT.criteria.map(({ id }) => `kisms-${id}`));
    const sortIds = controlsOfCatalog.map(({ props }) => props.find(({ name }) => name === 'sort-id')?.value);
    expect(sortIds).toEqual([...sortIds].sort());
  });

  test('leaves every criterion a manual objective, and only those with technical controls a technical one', () => {
    for (const [index, criterion] of REPORT.criteria.entries()) {
      const technical = criterion.controls.some(({ behaviour }) => !['evidence', 'manual'].includes(behaviour));
      const id = `kisms-${criterion.id}_obj`;
      expect(controlsOfCatalog[index]?.parts.map((part) => part.id)).toEqual(
        technical ? [`${id}.technical`, `${id}.manual`] : [`${id}.manual`],
      );
    }
  });
});

describe('the component definition', () => {
  test('refers to the catalog and to roles that exist', () => {
    const [catalog] = COMPONENTS['back-matter'].resources;
    expect(catalog?.rlinks?.[0]?.href).toBe(OSCAL_FILES.catalog);
    expect(new Set(valuesOf('source', COMPONENTS))).toEqual(new Set([`#${catalog?.uuid}`]));
    const controlIds = controlsOfCatalog.map(({ id }) => id);
    expect(dangling(valuesOf('control-id', COMPONENTS), controlIds)).toEqual([]);
    const roles = COMPONENTS.metadata.roles?.map(({ id }) => id) ?? [];
    expect(dangling(valuesOf('role-id', COMPONENTS), roles)).toEqual([]);
  });

  test('tells behaviour, source, state and places of each control in force, held together by its reference', () => {
    const config = COMPONENTS.components.find(({ props }) => props[0]?.value === 'config-rule');
    const requirement = config?.['control-implementations'][0]?.['implemented-requirements'].find(
      (row) => row['control-id'] === 'kisms-2.7.1',
    );
    const group = requirement?.props.filter((prop) => prop.group === 'S3_BUCKET_SSL_REQUESTS_ONLY');
    expect(Object.fromEntries(group?.map(({ name, value }) => [name, value]) ?? [])).toMatchObject({
      reference: 'S3_BUCKET_SSL_REQUESTS_ONLY',
      behaviour: 'detective',
      state: 'failing',
      places: '12',
    });
  });

  test('claims no control that is off, and always what people do', () => {
    expect(valuesOf('value', requirementsOf(REPORT))).not.toContain('off');
    const empty = oscalComponentDefinition(emptyReport())['component-definition'].components;
    expect(empty.map(({ type }) => type)).toEqual(['process-procedure']);
    expect(requirementsOf(emptyReport())).toHaveLength(101);
  });

  test('keeps the UUID of a requirement when its state changes', () => {
    const changed = withControls('2.9.4', (control) => ({ ...control, where: [] }));
    expect(requirementsOf(changed).map(({ uuid }) => uuid)).toEqual(requirementsOf(REPORT).map(({ uuid }) => uuid));
  });
});

describe('the assessment results', () => {
  const [synth, live] = RESULTS.results;
  const findingFor = (id: string, findings: readonly OscalFinding[] = []): OscalFinding | undefined =>
    findings.find(({ target }) => target['target-id'] === `kisms-${id}_obj.technical`);
  const synthFindings = (report: ComplianceReport): readonly OscalFinding[] =>
    oscalAssessmentResults(report)['assessment-results'].results[0]?.findings ?? [];

  test('refer only to what exists', () => {
    const uuids = valuesOf('uuid', RESULTS);
    for (const field of ['observation-uuid', 'risk-uuid', 'actor-uuid', 'component-uuid']) {
      expect(dangling(valuesOf(field, RESULTS), uuids)).toEqual([]);
    }
    expect(uuids.map((uuid) => `#${uuid}`)).toContain(RESULTS['import-ap'].href);
    const objectives = controlsOfCatalog.flatMap(({ parts }) => parts.map(({ id }) => id));
    expect(dangling(valuesOf('target-id', RESULTS), objectives)).toEqual([]);
    expect(dangling(valuesOf('objective-id', RESULTS), objectives)).toEqual([]);
  });

  test.each<[ReportedCriterion['status'], object | undefined]>([
    ['in-force', { state: 'satisfied', reason: 'pass' }],
    ['not-turned-on', { state: 'not-satisfied', reason: 'other' }],
    ['evidence-only', undefined],
    ['manual', undefined],
  ])('judge the technical part of a criterion that is %s as %j', (status, expected) => {
    const cases = [REPORT, emptyReport()].flatMap((report) => {
      const findings = synthFindings(report);
      return report.criteria.filter((row) => row.status === status).map(({ id }) => findingFor(id, findings));
    });
    expect(cases.length).toBeGreaterThan(0);
    for (const finding of cases) expect(finding?.target.status).toEqual(expected);
  });

  test('show every criterion with open findings as not satisfied, by what found them', () => {
    const failing = REPORT.criteria.filter(({ status }) => status === 'failing');
    expect(failing.length).toBeGreaterThan(0);
    for (const { id } of failing) {
      const states = [synth, live].map((result) => findingFor(id, result?.findings)?.target.status.reason);
      expect(states).toContain('fail');
    }
    expect(findingFor('2.7.1', synth?.findings)?.target.status.reason).toBe('fail');
  });

  test('never judge a criterion as a whole, nor one outside the profile', () => {
    expect(new Set(valuesOf('type', synth?.findings))).toEqual(new Set(['objective-id']));
    const isms = synthFindings(complianceReport({ profile: 'isms' }));
    expect(isms.filter(({ target }) => target['target-id'].startsWith('kisms-3.'))).toEqual([]);
    expect(synth?.findings?.some(({ target }) => target['target-id'].startsWith('kisms-3.'))).toBe(true);
  });

  test('observe a control once, however many criteria it serves', () => {
    const seen = synth?.observations?.filter(({ props }) => props[0]?.value === 'RoleTrustAnyPrincipal');
    expect(seen).toHaveLength(1);
    expect(seen?.[0]).toMatchObject({ methods: ['TEST'], collected: '2025-10-31T00:00:00Z' });
    expect(valuesOf('value', seen)).toContain('proactive');
  });

  test('name the first places of a control and count the rest', () => {
    const [result] = oscalAssessmentResults(HUGE)['assessment-results'].results;
    const rule = result?.observations?.find(({ props }) => props[0]?.value === 'CLOUD_TRAIL_ENABLED');
    expect(rule?.description).toContain('In force in: management, log-archive, audit, network, deployment (+995)');
  });

  test('have a result for AWS Config only when an export was merged', () => {
    expect(RESULTS.results.map(({ title }) => title)).toEqual([
      '템플릿 검사 / Checks of the templates',
      'AWS Config 평가 / Evaluations of AWS Config',
    ]);
    expect(oscalAssessmentResults(complianceReport({ live: false }))['assessment-results'].results).toHaveLength(1);
  });

  test('do not take what AWS Config has not evaluated for satisfied', () => {
    const unknown = withControls('2.9.4', (control) =>
      control.live ? { ...control, live: { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 3 } } : control,
    );
    const after = oscalAssessmentResults(unknown)['assessment-results'].results[1];
    expect(findingFor('2.9.4', live?.findings)).toBeDefined();
    expect(findingFor('2.9.4', after?.findings)).toBeUndefined();
  });

  test('do not take checks that found nothing right for satisfied', () => {
    const none = { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 };
    const unmet = withControls('2.9.4', (control) =>
      control.state === 'manual' ? control : { ...control, state: 'on', where: [], result: none },
    );
    expect(findingFor('2.9.4', synthFindings(unmet))?.target.status).toEqual({
      state: 'not-satisfied',
      reason: 'other',
    });
  });

  test('have exceptions as risks: approved by somebody, or only asked for, until the end of their last day', () => {
    expect(synth?.risks?.map(({ status, deadline }) => [status, deadline])).toEqual([
      ['deviation-approved', '2027-06-30T23:59:59Z'],
      ['deviation-approved', '2027-03-31T23:59:59Z'],
      ['deviation-requested', undefined],
      ['deviation-approved', undefined],
    ]);
    const related = findingFor('2.9.4', synth?.findings)?.['related-risks'];
    expect(related).toEqual([{ 'risk-uuid': synth?.risks?.[0]?.uuid }]);
  });
});
