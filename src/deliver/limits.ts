/** Components in one message, nested ones included: https://discord.com/developers/docs/components/reference#anatomy-of-a-component */
export const MESSAGE_COMPONENTS = 40;
/** Characters over all text displays of one message: https://discord.com/developers/docs/components/reference#text-display */
export const MESSAGE_TEXT_CHARS = 4_000;
/**
 * UTF-8 bytes over all text displays of one message, 12 more for each display. Not documented: beyond it Discord answers
 * 500, as measured in https://github.com/discord/discord-api-docs/issues/8554. Cyrillic takes two bytes a character and
 * stays below it; scripts with three bytes a character do not.
 */
export const MESSAGE_TEXT_BYTES = 10_170;
export const TEXT_DISPLAY_OVERHEAD_BYTES = 12;
/**
 * A file of a message; what a server or a member pays for may raise it: https://discord.com/developers/docs/reference#uploading-files
 * Less what the form around it takes.
 */
export const FILE_BYTES = 10 * 1024 * 1024 - 64 * 1024;
/** https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure */
export const MEDIA_DESCRIPTION_CHARS = 1_024;
/** https://discord.com/developers/docs/components/reference#action-row */
export const ROW_BUTTONS = 5;
/** https://discord.com/developers/docs/components/reference#button-button-structure */
export const BUTTON_LABEL_CHARS = 80;
/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
export const CUSTOM_ID_CHARS = 100;
/** https://discord.com/developers/docs/components/reference#string-select-string-select-structure */
export const SELECT_PLACEHOLDER_CHARS = 150;
export const SELECT_LABEL_CHARS = 100;
/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const CHOICES = 25;
export const CHOICE_NAME_CHARS = 100;
export const CHOICE_VALUE_CHARS = 100;
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
export const MODAL_TITLE_CHARS = 45;
export const MODAL_FIELDS = 5;
/** https://discord.com/developers/docs/components/reference#label-label-structure */
export const LABEL_CHARS = 45;
export const LABEL_DESCRIPTION_CHARS = 100;
/** https://discord.com/developers/docs/components/reference#text-input-text-input-structure */
export const FIELD_CHARS = 4_000;
export const FIELD_PLACEHOLDER_CHARS = 100;
