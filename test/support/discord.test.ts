import { AttachmentBuilder, type Interaction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareLogin } from './discord/bare-login.ts';
import { closed } from './discord/examples.ts';
import { requests } from './discord/requests.ts';
import { SETTINGS, SUMMARY } from './discord/sample-commands.ts';
import { type Discord, startDiscord } from './discord/stand-in.ts';

const layout = (content: string, ...buttons: readonly string[]) => ({
  flags: MessageFlags.IsComponentsV2 as const,
  components: [
    { type: 10, content },
    ...(buttons.length > 0
      ? [{ type: 1, components: buttons.map((custom_id) => ({ type: 2, style: 2, label: 'B', custom_id })) }]
      : []),
  ],
});

let discord: Discord;
let wire: ReturnType<typeof requests>;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  discord = await startDiscord();
  discord.define([SUMMARY, SETTINGS]);
  wire = requests(discord);
  ends.push(() => discord.stop());
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function login(onInteraction: (interaction: Interaction) => unknown = () => undefined) {
  const client = await bareLogin(discord, onInteraction);
  ends.push(() => client.destroy());
  return client;
}

describe('a call, with the real client', () => {
  test('is deferred, answered and followed up', async () => {
    await login(async (call) => {
      if (!call.isChatInputCommand()) return;
      await call.deferReply({ flags: MessageFlags.Ephemeral });
      await call.editReply(layout(`${call.options.getString('query')} ${call.locale} ${call.user.id}`, 'a:1'));
      await call.followUp('more');
    });
    const call = discord.slash('summary', { query: 'kharkiv' }, { locale: 'uk' });
    await call.settled();
    const answer = await call.final();
    await expect.poll(() => call.messages().map(({ text }) => text)).toEqual([`kharkiv uk ${discord.user.id}`, 'more']);
    expect(answer).toMatchObject({ ephemeral: true, thinking: false, customIds: ['a:1'] });
    expect(answer.history).toHaveLength(2);
    expect(call.acknowledgedWith).toBe(5);
    expect(call.finalAtMs).toBeGreaterThan(call.acknowledgedAtMs ?? Number.POSITIVE_INFINITY);
    expect(discord.raw.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'GET /gateway/bot 200',
      'POST /interactions/:id/:token/callback 204',
      'PATCH /webhooks/:application/:token/messages/:message 200',
      'POST /webhooks/:application/:token 200',
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('has buttons that change their message, and its asker in it', async () => {
    const askers: unknown[] = [];
    await login(async (call) => {
      if (call.isChatInputCommand()) await call.reply(layout('first', 'next'));
      if (!call.isButton()) return;
      askers.push(call.message.interactionMetadata?.user.id);
      await call.update(layout('second'));
    });
    const answer = await discord.slash('summary', { query: 'x' }).final();
    const pressed = discord.press(answer, 'next', { user: discord.addUser('another') });
    expect(await pressed.final()).toMatchObject({ id: answer.id, text: 'second', customIds: [] });
    expect(askers).toEqual([discord.user.id]);
    expect(() => discord.press(answer, 'next')).toThrow('shows no button next');
  });

  test('is completed while it is typed', async () => {
    await login((call) => call.isAutocomplete() && call.respond([{ name: call.options.getFocused(), value: 'v' }]));
    expect(await discord.autocomplete('summary', 'query', 'khar').choices()).toEqual([{ name: 'khar', value: 'v' }]);
  });

  test('carries channels and subcommands, and files go along', async () => {
    await login(async (call) => {
      if (!call.isChatInputCommand()) return;
      const said = call.options.getSubcommand(false) ?? call.options.getChannel('where')?.name;
      await call.reply({
        content: String(said),
        files: [new AttachmentBuilder(Buffer.from('map'), { name: 'map.txt' })],
      });
    });
    const where = await discord.slash('summary', { query: 'x', where: discord.channel }).final();
    const sub = await discord.slash('settings place', { name: 'kyiv' }).final();
    expect([where.text, sub.text]).toEqual(['general', 'place']);
    expect(discord.raw.at(-1)?.files.map(({ name }) => name)).toEqual(['map.txt']);
  });

  test.for([
    { name: 'as it should be', part: 'files[0]', bytes: 10, status: 200, codes: [] },
    { name: 'of 10 MiB', part: 'files[0]', bytes: 10 * 1024 * 1024, status: 200, codes: [] },
    { name: 'of a byte more', part: 'files[0]', bytes: 10 * 1024 * 1024 + 1, status: 413, codes: [/10 MiB/] },
    {
      name: 'of another name',
      part: 'file',
      bytes: 10,
      status: 400,
      codes: [/may not have: file/, /ATTACHMENT_NOT_FOUND/, /NOT_FOUND/],
    },
  ])('a form with a file $name is answered with $status', async ({ part, bytes, status, codes }) => {
    const call = discord.slash('summary', { query: 'x' });
    await wire.callback(call, { type: 5 });
    const form = new FormData();
    const gallery = { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'A.' }] };
    const body = {
      flags: MessageFlags.IsComponentsV2,
      ...closed,
      components: [gallery],
      attachments: [{ id: 0, description: 'A.' }],
    };
    form.append('payload_json', JSON.stringify(body));
    form.append(part, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'a.png');
    const path = `${discord.url}/v10/webhooks/${discord.applicationId}/${call.token}/messages/@original`;
    const response = await fetch(path, { method: 'PATCH', body: form });
    expect(response.status).toBe(status);
    expect(discord.violations.map(({ what }) => what)).toEqual(codes.map((code) => expect.stringMatching(code)));
    const files = call
      .messages()[0]
      ?.files.map(({ filename, description, bytes: { length } }) => [filename, description, length]);
    expect(files).toEqual(status === 200 ? [['a.png', 'A.', bytes]] : []);
    if (status === 200)
      expect(await response.json()).toMatchObject({
        attachments: [],
        components: [{ items: [{ media: { url: expect.stringMatching(/^https:.*a\.png$/) } }] }],
      });
  });

  test('says who calls, with which rights and roles', async () => {
    const seen: unknown[] = [];
    await login((call) => {
      if (!call.inCachedGuild()) return;
      const roles = call.member.roles.cache.map(({ name }) => name).toSorted();
      seen.push({ manages: call.memberPermissions.has('ManageGuild'), roles });
    });
    const role = discord.addRole(discord.guild, 'moderators');
    discord.slash('summary', { query: 'x' }, { permissions: PermissionFlagsBits.ManageGuild });
    discord.slash('summary', { query: 'x' }, { roles: [role], user: discord.addUser('another') });
    await expect
      .poll(() => seen)
      .toEqual([
        { manages: true, roles: ['@everyone'] },
        { manages: false, roles: ['@everyone', 'moderators'] },
      ]);
  });

  test('opens a modal, which is submitted', async () => {
    await login(async (call) => {
      const input = { type: 4, custom_id: 'note', style: 1, label: 'Note' };
      if (call.isChatInputCommand())
        await call.showModal({ custom_id: 'm', title: 'T', components: [{ type: 1, components: [input] }] });
      if (call.isModalSubmit()) await call.reply(call.fields.getTextInputValue('note'));
    });
    const call = discord.slash('summary', { query: 'x' });
    await call.settled();
    expect(call.modal()).toMatchObject({ custom_id: 'm' });
    expect((await discord.submit(call, { note: 'noted' }).final()).text).toBe('noted');
  });
});

describe('an interaction', () => {
  test('takes one callback', async () => {
    const call = discord.slash('summary', { query: 'x' });
    expect(await wire.callback(call, { type: 4, data: { content: 'a', ...closed } })).toMatchObject({ status: 204 });
    expect(await wire.callback(call, { type: 5 })).toMatchObject({ status: 400, body: { code: 40_060 } });
    expect(await wire.callback({ ...call, id: '1' }, { type: 5 })).toMatchObject({
      status: 404,
      body: { code: 10_062 },
    });
  });

  test('takes none when its time is over', async () => {
    const impatient = await startDiscord({ acknowledgeWithinMs: 0 });
    ends.push(() => impatient.stop());
    impatient.define([SUMMARY]);
    const { id, token } = impatient.slash('summary', { query: 'x' });
    const late = await fetch(`${impatient.url}/v10/interactions/${id}/${token}/callback`, {
      method: 'POST',
      body: '{"type":5}',
    });
    expect([late.status, await late.json()]).toEqual([404, { code: 10_062, message: 'Unknown interaction' }]);
  });

  test('tells of its message when asked to', async () => {
    const call = discord.slash('summary', { query: 'x' });
    const answered = await wire.request('POST', `/interactions/${call.id}/${call.token}/callback?with_response=true`, {
      type: 5,
      data: { flags: 64 },
    });
    expect(answered.body).toMatchObject({
      interaction: { response_message_loading: true, response_message_ephemeral: true },
    });
  });

  test('has a webhook from its callback until its token ends', async () => {
    const call = discord.slash('summary', { query: 'x' });
    expect((await wire.webhook(call, 'GET', '/messages/@original')).body).toMatchObject({ code: 10_015 });
    await wire.callback(call, { type: 5 });
    expect((await wire.webhook(call, 'PATCH', '/messages/@original', { content: 'a', ...closed })).status).toBe(200);
    expect((await wire.webhook(call, 'PATCH', '/messages/1', { content: 'a', ...closed })).body).toMatchObject({
      code: 10_008,
    });
    expect((await wire.webhook(call, 'POST', '', closed)).body).toMatchObject({ code: 50_006 });
    call.expireToken();
    expect(await wire.webhook(call, 'GET', '/messages/@original')).toMatchObject({
      status: 401,
      body: { code: 50_027 },
    });
  });

  test('keeps to Components V2 once it has them, and its private answers stay out of the channel', async () => {
    const call = discord.slash('summary', { query: 'x' });
    await wire.callback(call, {
      type: 4,
      data: { ...layout('a'), flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral, ...closed },
    });
    expect((await wire.webhook(call, 'PATCH', '/messages/@original', { content: 'b', ...closed })).status).toBe(400);
    expect(
      (await wire.webhook(call, 'PATCH', '/messages/@original', { components: layout('c').components, ...closed }))
        .status,
    ).toBe(200);
    expect((await call.final()).text).toBe('c');
    expect(discord.messagesIn(discord.channel)).toEqual([]);
    expect((await wire.webhook(call, 'DELETE', '/messages/@original')).status).toBe(204);
    expect(call.messages()).toMatchObject([{ deleted: true }]);
  });

  test('whose answer breaks a limit is refused, told, and can be answered still', async () => {
    const call = discord.slash('summary', { query: 'x' });
    const refused = await wire.callback(call, { type: 4, data: { content: 'x'.repeat(2_001), ...closed } });
    expect(refused.body.errors.data.content._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
    expect((await wire.callback(call, { type: 4, data: { content: '@everyone' } })).status).toBe(204);
    expect(discord.violations.map(({ what }) => what)).toEqual([
      'data.content: Must be 2000 or fewer in length. [BASE_TYPE_MAX_LENGTH]',
      'allowed_mentions: Sent without allowed_mentions that empty `parse`. [MENTIONS_NOT_EMPTIED]',
      '(body): Notifies @everyone. [WOULD_PING]',
    ]);
  });

  test.for([
    { name: 'an unknown command', act: () => discord.slash('nothing') },
    { name: 'a required option left out', act: () => discord.slash('summary') },
    { name: 'an unknown option', act: () => discord.slash('summary', { query: 'x', colour: 'red' }) },
    { name: 'a command that is not offered there', act: () => discord.slash('settings place', {}, { dm: true }) },
    { name: 'completion that is not offered', act: () => discord.autocomplete('settings place', 'name', 'k') },
    { name: 'a message that is not there', act: () => discord.press({ id: '1' }, 'x') },
  ])('cannot be: $name', ({ act }) => {
    expect(act).toThrow();
  });
});
