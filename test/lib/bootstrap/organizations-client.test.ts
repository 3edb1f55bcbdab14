import { listOrganization, type OrganizationsApi, OrganizationsError, type RetryOptions } from '../../../lib/bootstrap';
import { awsError, fakeClient, IDS, live, ORGANIZATION } from './fixtures';

const [A, B, C] = IDS;
const PAGES = [[live('b', B)], [], [live('a', A), live('c', C)]];

function patience(): RetryOptions & { waits: number[] } {
  const waits: number[] = [];
  return { waits, jitter: () => 1, sleep: async (milliseconds) => void waits.push(milliseconds) };
}

describe('listOrganization', () => {
  test('reads every page, past an empty one, and sorts by id', async () => {
    const client = fakeClient(PAGES);
    const progress: string[] = [];
    const organization = await listOrganization(client, {
      onProgress: ({ pages, accounts }) => progress.push(`${pages} ${accounts}`),
    });
    expect(organization).toEqual({
      organizationId: ORGANIZATION,
      accounts: [live('a', A), live('c', C), live('b', B)],
    });
    expect(client.calls).toEqual(['describe', 'list first', 'list 1', 'list 2']);
    expect(progress).toEqual(['1 1', '2 1', '3 3']);
  });

  test('counts an account once that moved between two pages', async () => {
    const { accounts } = await listOrganization(fakeClient([[live('a', A)], [live('a', A)]]));
    expect(accounts).toEqual([live('a', A)]);
  });

  test('accepts an account without a name', async () => {
    const nameless = {
      listAccounts: async () => ({ Accounts: [{ Id: A, Email: 'a@example.com', State: 'ACTIVE' as const }] }),
    };
    const { accounts } = await listOrganization({ ...fakeClient([]), ...nameless });
    expect(accounts).toEqual([live('a', A, { name: '' })]);
  });

  test('really waits between two attempts', async () => {
    const times: number[] = [];
    const client = fakeClient(PAGES, () => {
      times.push(performance.now());
      if (times.length === 1) throw awsError('TooManyRequestsException');
    });
    await listOrganization(client, { retry: { baseDelay: 40, jitter: () => 1 } });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(30);
  });

  test('repeats only the throttled page, waiting longer each time', async () => {
    const retry = patience();
    const client = fakeClient(PAGES, (call) => {
      if (call === 3 || call === 4) throw awsError('TooManyRequestsException', { $metadata: { httpStatusCode: 400 } });
    });
    const { accounts } = await listOrganization(client, { retry });
    expect(accounts).toHaveLength(3);
    expect(client.calls).toEqual(['describe', 'list first', 'list 1', 'list 1', 'list 1', 'list 2']);
    expect(retry.waits).toEqual([200, 400]);
  });

  test('caps the wait, applies the jitter, and gives up after the last attempt', async () => {
    const retry = { ...patience(), jitter: () => 0.5, maxAttempts: 5, maxDelay: 1000 };
    const client = fakeClient(PAGES, () => {
      throw awsError('TooManyRequestsException');
    });
    await expect(listOrganization(client, { retry })).rejects.toMatchObject({
      name: 'OrganizationsError',
      code: 'throttled',
    });
    expect(client.calls).toHaveLength(5);
    expect(retry.waits).toEqual([100, 200, 400, 500]);
  });

  test.each<[string, Error, number]>([
    ['throttling', awsError('ThrottlingException'), 2],
    ['status 429', awsError('Whatever', { $metadata: { httpStatusCode: 429 } }), 2],
    ['a server error', awsError('ServiceException', { $metadata: { httpStatusCode: 500 } }), 2],
    ['a concurrent change', awsError('ConcurrentModificationException'), 2],
    ['a timeout', awsError('TimeoutError'), 2],
    ['a broken connection', awsError('Error', { code: 'ECONNRESET' }), 2],
    ['a refused connection', awsError('Error', { code: 'ECONNREFUSED' }), 1],
    ['an unknown host', awsError('Error', { code: 'ENOTFOUND' }), 1],
    ['denied access', awsError('AccessDeniedException', { $metadata: { httpStatusCode: 400 } }), 1],
  ])('repeats the call or not: %s', async (_case, error, calls) => {
    const client = fakeClient(PAGES, () => {
      throw error;
    });
    await expect(listOrganization(client, { retry: { ...patience(), maxAttempts: 2 } })).rejects.toBeInstanceOf(
      OrganizationsError,
    );
    expect(client.calls).toHaveLength(calls);
  });

  test.each<[string, unknown, string, string]>([
    [
      'no credentials',
      awsError('CredentialsProviderError', {}, 'Could not load credentials from any providers'),
      'no-credentials',
      'AWS_PROFILE',
    ],
    [
      'an expired session',
      awsError('CredentialsProviderError', {}, 'The SSO session associated with this profile has expired.'),
      'expired-credentials',
      'aws sso login',
    ],
    [
      'an expired SSO token',
      awsError('TokenProviderError', {}, 'Token is expired.'),
      'expired-credentials',
      'aws sso login',
    ],
    ['an expired token', awsError('ExpiredTokenException'), 'expired-credentials', 'aws sso login'],
    ['a wrong key', awsError('UnrecognizedClientException'), 'rejected-credentials', 'check'],
    ['a wrong secret or clock', awsError('InvalidSignatureException'), 'rejected-credentials', 'clock'],
    ['denied access', awsError('AccessDeniedException'), 'access-denied', 'organizations:ListAccounts'],
    ['a lone account', awsError('AWSOrganizationsNotInUseException'), 'not-in-organization', 'management account'],
    ['throttling', awsError('TooManyRequestsException'), 'throttled', 'wait'],
    ['no name server', awsError('Error', { code: 'EAI_AGAIN' }), 'network', 'network'],
    ['a foreign certificate', awsError('Error', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }), 'network', 'proxy'],
    ['anything else', awsError('SomethingNew'), 'unexpected', 'report'],
    ['something that is no error', 'broken', 'unexpected', 'report'],
  ])('explains %s in both languages, with the words of AWS and the cause', async (_case, cause, code, remedy) => {
    const client = fakeClient([[]], () => {
      throw cause;
    });
    const error = await listOrganization(client, { retry: { ...patience(), maxAttempts: 1 } }).catch((e) => e);
    expect(error).toMatchObject({ code, cause, message: error.text.en });
    expect(error.text.en).toContain(remedy);
    expect(error.text.ko).toMatch(/[가-힣]/);
    const said = JSON.stringify(cause instanceof Error ? cause.message : cause);
    for (const text of [error.text.en, error.text.ko]) expect(text).toContain(said);
  });

  test('names both permissions and both kinds of account when access is denied', async () => {
    const client = fakeClient([[]], () => {
      throw awsError('AccessDeniedException');
    });
    await expect(listOrganization(client)).rejects.toThrow(
      /organizations:DescribeOrganization and organizations:ListAccounts.*management account.*delegated administrator/,
    );
  });

  test.each<[string, Partial<OrganizationsApi>, RegExp]>([
    ['an organization without id', { describeOrganization: async () => ({}) }, /organization without id/],
    [
      'an account without e-mail',
      { listAccounts: async () => ({ Accounts: [{ Id: A }] }) },
      /without id or e-mail: \{"Id":"111122223333"\}/,
    ],
    [
      'a state of the future',
      { listAccounts: async () => ({ Accounts: [{ Id: A, Email: 'a@example.com', State: 'FROZEN' as never }] }) },
      /State "FROZEN"; known are .*CLOSED/,
    ],
    [
      'a state that is absent',
      { listAccounts: async () => ({ Accounts: [{ Id: A, Email: 'a@example.com' }] }) },
      /State undefined/,
    ],
    ['a token that repeats', { listAccounts: async () => ({ NextToken: 'again' }) }, /same NextToken twice/],
  ])('fails on %s', async (_case, answers, message) => {
    await expect(listOrganization({ ...fakeClient([[]]), ...answers })).rejects.toThrow(message);
  });
});
