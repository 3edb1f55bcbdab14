import { createHash } from 'node:crypto';

/** Namespace of URLs and URNs. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The version 5 UUID of a URL or URN: the same name gives the same UUID, everywhere and always.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function uuidOfUrl(url: string): string {
  const bytes = createHash('sha1').update(URL_NAMESPACE).update(url).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The UUID of what the parts name together. */
export function oscalUuid(...parts: readonly string[]): string {
  return uuidOfUrl(`urn:cdk-org-governance:oscal:${JSON.stringify(parts)}`);
}
