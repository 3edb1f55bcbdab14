import type { LocalizedText } from '../../constructs';

/** Why the live organization could not be read. */
export type OrganizationsErrorCode =
  | 'no-credentials'
  | 'expired-credentials'
  | 'rejected-credentials'
  | 'access-denied'
  | 'not-in-organization'
  | 'throttled'
  | 'network'
  | 'unexpected';

/** The live organization could not be read; `text` says why and what to do, in both languages. */
export class OrganizationsError extends Error {
  override readonly name = 'OrganizationsError';

  constructor(
    readonly code: OrganizationsErrorCode,
    readonly text: LocalizedText,
    cause?: unknown,
  ) {
    super(text.en, { cause });
  }
}

const TEXTS: Record<OrganizationsErrorCode, LocalizedText> = {
  'no-credentials': {
    en: 'no AWS credentials were found; sign in (`aws sso login` or `aws login`) or set AWS_PROFILE to a profile of the management account',
    ko: 'AWS 자격 증명을 찾지 못했습니다. 로그인하거나(`aws sso login` 또는 `aws login`) AWS_PROFILE을 관리 계정의 프로필로 설정하세요',
  },
  'expired-credentials': {
    en: 'the AWS credentials have expired; sign in again (`aws sso login` or `aws login`) and repeat the command',
    ko: 'AWS 자격 증명이 만료되었습니다. 다시 로그인한 뒤(`aws sso login` 또는 `aws login`) 명령을 다시 실행하세요',
  },
  'rejected-credentials': {
    en: 'AWS does not accept the credentials; check the access key and the clock of this machine',
    ko: 'AWS가 자격 증명을 받아들이지 않습니다. 액세스 키와 이 컴퓨터의 시각을 확인하세요',
  },
  'access-denied': {
    en: 'access denied; the credentials need organizations:DescribeOrganization and organizations:ListAccounts, in the management account or in a delegated administrator account',
    ko: '접근이 거부되었습니다. 관리 계정이나 위임된 관리자 계정에서 organizations:DescribeOrganization과 organizations:ListAccounts 권한이 필요합니다',
  },
  'not-in-organization': {
    en: 'the account of these credentials belongs to no organization; use credentials of the management account',
    ko: '이 자격 증명의 계정은 어떤 조직에도 속해 있지 않습니다. 관리 계정의 자격 증명을 사용하세요',
  },
  throttled: {
    en: 'AWS Organizations still refuses the call rate after every retry; wait a minute and repeat the command',
    ko: '재시도를 모두 마친 뒤에도 AWS Organizations가 호출 속도를 제한합니다. 잠시 기다린 뒤 명령을 다시 실행하세요',
  },
  network: {
    en: 'AWS Organizations could not be reached; check the network, the proxy and the endpoint settings',
    ko: 'AWS Organizations에 연결하지 못했습니다. 네트워크, 프록시, 엔드포인트 설정을 확인하세요',
  },
  unexpected: {
    en: 'AWS Organizations gave an unexpected answer; repeat the command, and report it if it stays',
    ko: 'AWS Organizations가 예상하지 못한 응답을 보냈습니다. 명령을 다시 실행하고, 계속되면 알려 주세요',
  },
};

interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly status?: number;
}

function factsOf(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: 'unknown', message: String(error) };
  const { code, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return { name: error.name, message: error.message, code, status: $metadata?.httpStatusCode };
}

const isThrottling = ({ name, status }: ErrorFacts): boolean =>
  status === 429 || /^(TooManyRequests|Throttl|RequestLimitExceeded)/.test(name);
const isTimeout = ({ name, code }: ErrorFacts): boolean =>
  /^(TimeoutError|RequestTimeout)/.test(name) ||
  ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'].includes(String(code));

/** Whether the same call may succeed a moment later. A refused connection or an unknown host will not. */
export function isRetryable(error: unknown): boolean {
  const facts = factsOf(error);
  return (
    isThrottling(facts) ||
    isTimeout(facts) ||
    facts.name === 'ConcurrentModificationException' ||
    (facts.status ?? 0) >= 500
  );
}

function codeOf(facts: ErrorFacts): OrganizationsErrorCode {
  const { name, message, code } = facts;
  if (/^(CredentialsProviderError|TokenProviderError|ProviderError)$/.test(name)) {
    return /expired|refresh|re-?authenticate/i.test(message) ? 'expired-credentials' : 'no-credentials';
  }
  if (/^ExpiredToken/.test(name)) return 'expired-credentials';
  if (
    /^(UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/.test(name)
  ) {
    return 'rejected-credentials';
  }
  if (/^AccessDenied/.test(name)) return 'access-denied';
  if (name === 'AWSOrganizationsNotInUseException') return 'not-in-organization';
  if (isThrottling(facts)) return 'throttled';
  return isTimeout(facts) || typeof code === 'string' ? 'network' : 'unexpected';
}

/** Turns whatever the SDK threw into an error that says what to do; the original words stay in the text. */
export function toOrganizationsError(error: unknown): OrganizationsError {
  if (error instanceof OrganizationsError) return error;
  const facts = factsOf(error);
  const code = codeOf(facts);
  const said = `${facts.name}: ${JSON.stringify(facts.message)}`;
  const { en, ko } = TEXTS[code];
  return new OrganizationsError(code, { en: `${en} (${said})`, ko: `${ko} (${said})` }, error);
}

/** An answer that AWS should not give; writing a lock from it would be guessing. */
export function unexpectedAnswer(detail: LocalizedText): OrganizationsError {
  const { en, ko } = TEXTS.unexpected;
  return new OrganizationsError('unexpected', { en: `${en} (${detail.en})`, ko: `${ko} (${detail.ko})` });
}
