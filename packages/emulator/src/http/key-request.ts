/** Marks the requests that the emulator sends to itself, to keep them apart from those of clients. */
export const KEY_REQUEST_HEADER = 'x-emulator-key-request';
