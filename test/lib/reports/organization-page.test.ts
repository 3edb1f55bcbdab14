import { createHash } from 'node:crypto';
import { findGuardrail } from '../../../constructs';
import type { AccountRow } from '../../../lib/model/organization-model';
import { ACKNOWLEDGED, grown, OPEN, pageOf, planted, SAMPLE, withModel } from './organization-page.fixtures';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** The markup between a heading and the end of its section. */
function section(page: string, id: string): string {
  const found = page.match(new RegExp(`<section id="${id}".*?</section>`, 's'));
  if (!found) throw new Error(`no section ${id}`);
  return found[0];
}

/** The card of an account. */
function card(page: string, name: string): string {
  const found = page.match(
    new RegExp(`<li class="account (?:(?!</li>\n?(?:<li class="account|</ul>)).)*<bdi>${name}<.*?owner.*?</p>`, 's'),
  );
  if (!found) throw new Error(`no account ${name}`);
  return found[0].slice(found[0].lastIndexOf('<li class="account '));
}

const { model, policies, proofs } = SAMPLE;
const page = pageOf(SAMPLE, [OPEN, ACKNOWLEDGED]);

describe('what the page says', () => {
  const rows = [
    ...model.accounts.flatMap((row) => [
      ['account', 'organization', row.name],
      ['owner', 'organization', row.owner],
      ...(row.id === undefined ? [] : [['account id', 'organization', row.id]]),
    ]),
    ...model.organizationalUnits.map((row) => ['OU', 'organization', row.name]),
    ...policies.map((row) => ['policy', 'organization', row.name]),
    ...model.guardrailSets.flatMap((set) =>
      set.guardrails.flatMap(({ id, parameters }) => {
        const { title, criteria, source } = findGuardrail(id);
        const settings = Object.keys(parameters).length === 0 ? [] : [JSON.stringify(parameters)];
        return [title.ko, title.en, source, criteria.join(', '), ...settings].map((text) => [
          'guardrail',
          'guardrails',
          text,
        ]);
      }),
    ),
    ...model.exemptPrincipalArns.map((pattern) => ['exempt role', 'guardrails', pattern]),
    ...proofs.flatMap(({ proof, decidedBy }) =>
      [proof.name, proof.principal, proof.action, proof.resource, decidedBy ?? 'No policy denies it'].map((text) => [
        'proof',
        'proofs',
        text,
      ]),
    ),
    ...model.registeredOus.map((path) => ['registered OU', 'control-tower', path]),
    ...model.controls.map((row) => ['control', 'control-tower', row.control]),
    ['parameter', 'control-tower', 'ExemptAssumeRoot = true'],
    ['stack', 'stacks', 'Governance-Account-shop-prod'],
    ['resources', 'stacks', '1,234'],
    ['open finding', 'findings', OPEN.description],
    ['reason', 'findings', 'One role of the log archive, one bucket'],
    ['detail of a rule', 'findings', '[Action::s3:*]'],
    ['judgement', 'guardrails', 'not legal advice'],
    ['judgement', 'guardrails', '법률 자문이 아닙니다'],
  ];
  test.each(rows)('%s in section %s: %s', (_, id, text) => {
    expect(section(page, id as string)).toContain(escaped(text as string));
  });

  test.each<[string, Partial<AccountRow>, string[]]>([
    [
      'an account that exists',
      { id: '210987654321' },
      ['210987654321', '<b class="restricted">', '운영', 'Production'],
    ],
    ['an account without id', { id: undefined }, ['생성 예정', 'To be vended']],
    ['a closed account', { id: '210987654321', suspended: true }, ['해지됨', 'Suspended', '210987654321']],
    [
      'what an account holds',
      {
        data: {
          classification: 'confidential',
          personalData: true,
          dataSubjects: 1234567,
          uniqueIdentifiers: true,
          sensitive: true,
        },
      },
      [
        '대외비',
        'Confidential',
        '개인정보 1,234,567명',
        'personal data of 1,234,567 people',
        '고유식별정보',
        '민감정보',
      ],
    ],
  ])('the card of %s', (_, change, texts) => {
    const accounts = model.accounts.map((row) => (row.name === 'shop-prod' ? { ...row, ...change } : row));
    const shown = card(pageOf(withModel({ accounts })), 'shop-prod');
    for (const text of texts) expect(shown).toContain(text);
  });

  test('an account that holds no personal data claims none', () => {
    expect(card(page, 'network')).not.toContain('개인정보');
  });

  test('an OU counts the accounts of the OUs below it', () => {
    const within = model.accounts.filter((row) => row.ou.startsWith('Workloads')).length;
    const summary = section(page, 'organization').match(/<summary><strong><bdi>Workloads<.*?<\/summary>/s)?.[0];
    expect(summary).toContain(`계정 ${within}개`);
  });

  test('a policy stands where it is attached, and leads to its guardrails', () => {
    const index = model.guardrailSets.findIndex((set) => set.name === 'sandbox');
    const unit = section(page, 'organization').match(/<summary><strong><bdi>Sandbox<.*?<\/details>/s)?.[0];
    expect(unit).toContain(`href="#set-${index + 1}"><b>SCP</b> <bdi>sandbox-scp-1</bdi>`);
    expect(unit).not.toContain('workloads-scp');
  });

  test('findings of one rule and reason are told once', () => {
    const many = ['One', 'Two', 'Three'].map((path) => ({ ...ACKNOWLEDGED, constructPaths: [path] }));
    const shown = section(pageOf(SAMPLE, many), 'findings');
    expect(shown.split('One role of the log archive').length - 1).toBe(1);
    expect(shown).toContain('3 places');
  });

  test('a proof that fails is not shown as one that holds', () => {
    const failed = { ...SAMPLE, proofs: proofs.map((proof) => ({ ...proof, holds: false })) };
    expect(section(pageOf(failed), 'proofs')).not.toContain('기대와 같음');
    expect(pageOf(failed)).toContain(`${proofs.length} fail`);
  });

  test.each([
    ['findings', pageOf(), 'Nothing is open.'],
    ['warnings', pageOf(), 'The configuration has no warning.'],
    ['proofs', pageOf({ ...SAMPLE, proofs: [] }), 'The configuration holds no proof.'],
    [
      'control-tower',
      pageOf({ ...SAMPLE, files: { ...SAMPLE.files, controlTower: undefined } }),
      'This repository does not govern Control Tower.',
    ],
    ['stacks', pageOf(withModel({ accounts: [] })), 'Synth did not finish: there are no stacks.'],
  ])('says so when there are no %s', (id, shown, text) => {
    expect(section(shown, id)).toContain(text);
  });
});

describe('names that are not what they seem', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an end of an attribute', '"><img src=x onerror=alert(1)>'],
    ['an end of an attribute in single quotes', "' onfocus='alert(1)"],
    ['an entity', '&lt;b&gt; &amp;'],
    ['an end of the script', '</script></style></title><!--'],
    ['Korean', '쇼핑몰 운영'],
    ['right to left', 'حساب \u202Eprod\u202C'],
  ])('%s is text wherever it stands', (_, text) => {
    const hostile = planted(text);
    const plain = planted('plain');
    // Replacing the escaped text gives the page of a harmless one: nothing of it became markup.
    expect(pageOf(hostile.organization, hostile.findings).replaceAll(escaped(text), 'plain')).toBe(
      pageOf(plain.organization, plain.findings),
    );
  });

  test('parameters of a control are text as well', () => {
    const controls = model.controls.map((control) => ({ ...control, parameters: { a: '<script>"' } }));
    expect(section(pageOf(withModel({ controls })), 'control-tower')).toContain('&lt;script&gt;\\&quot;');
  });
});

describe('what kind of file it is', () => {
  test('equal input gives equal bytes, and no date is in them', () => {
    expect(pageOf(SAMPLE, [OPEN, ACKNOWLEDGED])).toBe(page);
    expect(page).not.toMatch(/\b20\d\d[-.]\d\d?[-.]\d\d?\b/);
  });

  test('nothing is loaded and only its own script and style run', () => {
    const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const digest = (element: string): string => {
      const content = page.match(new RegExp(`<${element}>(.*?)</${element}>`, 's'))?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${digest('script')}`,
      `style-src ${digest('style')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/<[^>]*\s(?:src|srcset|style|on\w+)=/);
    expect(page.match(/<(?!a )[^>]*\shref="(?!data:,")[^>]*>/)).toBeNull();
  });

  test('1,000 accounts stay below 2 MB, with the OUs closed', () => {
    const organization = grown(1000);
    const findings = organization.model.accounts.map((row) => ({
      ...ACKNOWLEDGED,
      rule: `AwsSolutions-IAM5[Resource::arn:aws:cloudformation:*:${row.id}:stack/Governance-*]`,
      constructPaths: [`Account-${row.name}/Baseline/OutputReader/Policy`],
    }));
    const large = pageOf(organization, findings);
    expect(Buffer.byteLength(large)).toBeLessThan(2_000_000);
    expect(section(large, 'organization')).not.toContain('<details class="unit" open');
    expect(section(page, 'organization')).toContain('<details class="unit" open');
  });
});

describe('what assistive technology needs', () => {
  const full = pageOf(planted('plain').organization, planted('plain').findings);

  test.each([
    ['the sample', page],
    ['an organization of odd names', full],
  ])('%s: tables have captions, headings have scopes, references lead somewhere', (_, shown) => {
    const ids = [...shown.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...shown.matchAll(/\s(?:aria-labelledby|for|data-filters|data-fold|data-fill|href)="#?([^"]*)"/g),
    ]
      .map(([, id]) => id)
      .filter((id) => !/^(?:https:|data:)/.test(id as string));
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(shown.match(/<table/g)?.length).toBe(shown.match(/<caption/g)?.length);
    expect(shown.match(/<th(?![^>]*scope=)(?!ead)[^>]*>/g)).toBeNull();
  });

  test('every sentence is there in both languages', () => {
    const count = (lang: string): number => page.split(`<span lang="${lang}">`).length - 1;
    expect(count('ko')).toBeGreaterThan(100);
    expect(count('en')).toBe(count('ko'));
  });
});
