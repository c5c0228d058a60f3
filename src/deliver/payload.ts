import type { MessageBody, MessageFile } from './edge.ts';

/**
 * A message as Discord takes it. What files it has is always said: an edit that leaves it out keeps those from before, which
 * nothing shows any more.
 */
export function payloadOf({ flags, components, allowed_mentions, file }: MessageBody) {
  const { parse, roles = [] } = allowed_mentions;
  return {
    flags,
    components: [...components],
    allowed_mentions: { parse: [...parse], ...(roles.length > 0 && { roles: [...roles] }) },
    attachments: file ? [{ id: '0', filename: file.name, ...described(file) }] : [],
  };
}

const described = ({ description }: MessageFile) => (description === null ? {} : { description });

/** As `files[0]` beside `payload_json`: https://discord.com/developers/docs/reference#uploading-files */
export const uploadOf = (file: MessageFile | undefined) =>
  file && { files: [{ name: file.name, data: Buffer.from(file.bytes), contentType: file.type }] };
