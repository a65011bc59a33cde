import { describe, expect, it } from 'vitest';
import { printerModels } from '../../../../electron/devices/receipt-printer/models.ts';
import {
  createAnswerReader,
  type PrinterAnswer,
  stateOfStatus,
} from '../../../../electron/devices/receipt-printer/printer-answers.ts';

function answersTo(...packets: readonly string[]): readonly PrinterAnswer[] {
  const answers: PrinterAnswer[] = [];
  const read = createAnswerReader((answer) => answers.push(answer));
  for (const packet of packets) read(Buffer.from(packet.replaceAll(' ', ''), 'hex'));
  return answers;
}

const automatic = (hex: string): PrinterAnswer => ({ kind: 'automatic', bytes: [...Buffer.from(hex, 'hex')] });

describe('reading what a printer says', () => {
  it('tells the kinds apart', () => {
    expect(answersTo('12', '00', '1000000f', '372500')).toEqual([
      { kind: 'real-time', byte: 0x12 },
      { kind: 'in-order', byte: 0x00 },
      automatic('1000000f'),
      { kind: 'cleared' },
    ]);
  });

  it('does not take the bytes of an automatic status for an acknowledgement, wherever packets are cut', () => {
    expect(answersTo('10', '00', '00', '0f')).toEqual([automatic('1000000f')]);
  });

  it('hears a real-time answer that comes between the bytes of an automatic status', () => {
    expect(answersTo('1800 12 0c0f')).toEqual([{ kind: 'real-time', byte: 0x12 }, automatic('18000c0f')]);
  });

  it('hears an automatic status that comes between two real-time answers, and the acknowledgement after it', () => {
    expect(answersTo('12 1000000f 16 00').map((answer) => answer.kind)).toEqual([
      'real-time',
      'automatic',
      'real-time',
      'in-order',
    ]);
  });

  it('passes over XON and XOFF, also within an automatic status', () => {
    expect(answersTo('11 10 13 0000 11 0f 13 00')).toEqual([automatic('1000000f'), { kind: 'in-order', byte: 0 }]);
  });

  it('does not take half an answer to the clearing for a whole one', () => {
    expect(answersTo('37', '25')).toEqual([]);
    expect(answersTo('37', '25', '00')).toEqual([{ kind: 'cleared' }]);
  });

  it('passes over bytes that no answer has', () => {
    expect(answersTo('80ff90')).toEqual([]);
  });
});

describe('the state that status bytes tell', () => {
  const { realTimeStatus, automaticStatus } = printerModels['epson-tm-t88v'];

  it.each([
    ['12 12 12 12', { kind: 'ready', paperLow: false }],
    ['12 12 12 1e', { kind: 'ready', paperLow: true }],
    ['1a 16 12 12', { kind: 'blocked', reason: 'cover-open' }],
    ['1a 32 12 7e', { kind: 'blocked', reason: 'paper-out' }],
    ['1a 36 12 7e', { kind: 'blocked', reason: 'cover-open' }],
    ['1a 52 1a 12', { kind: 'blocked', reason: 'cutter' }],
    ['1a 52 32 12', { kind: 'blocked', reason: 'error' }],
    ['1a 12 12 12', { kind: 'blocked', reason: 'error' }],
    // The drawer's pin and the feed button are nobody's trouble.
    ['16 12 12 12', { kind: 'ready', paperLow: false, drawerPinHigh: true }],
  ])('is told by the real-time bytes %s', (hex, state) => {
    expect(stateOfStatus([...Buffer.from(hex.replaceAll(' ', ''), 'hex')], 1, realTimeStatus)).toEqual(state);
  });

  it.each([
    ['10 00 00 0f', { kind: 'ready', paperLow: false }],
    ['14 00 00 0f', { kind: 'ready', paperLow: false, drawerPinHigh: true }],
    ['10 00 03 0f', { kind: 'ready', paperLow: true }],
    ['38 00 00 0f', { kind: 'blocked', reason: 'cover-open' }],
    ['18 00 0f 0f', { kind: 'blocked', reason: 'paper-out' }],
    ['18 08 00 0f', { kind: 'blocked', reason: 'cutter' }],
    ['18 20 00 0f', { kind: 'blocked', reason: 'error' }],
  ])('is told by the automatic bytes %s', (hex, state) => {
    expect(stateOfStatus([...Buffer.from(hex.replaceAll(' ', ''), 'hex')], 0, automaticStatus)).toEqual(state);
  });
});
