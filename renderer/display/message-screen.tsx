import type { DisplayView } from '../stores/display-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';

type MessageView = Exclude<DisplayView, { kind: 'greeting' | 'asking' | 'answered' | 'code' }>;

interface Message {
  readonly sign: 'work' | 'done' | 'care' | 'plain';
  readonly icon: IconName;
  readonly title: string;
  readonly say: string;
}

function messageOf(view: MessageView, texts: Texts): Message {
  switch (view.kind) {
    case 'paused':
      return {
        sign: 'plain',
        icon: 'lock',
        title: texts.t('display/paused/title'),
        say: texts.t('display/paused/say'),
      };
    case 'reading':
      return {
        sign: 'work',
        icon: view.by === 'code' ? 'scanner' : view.by === 'card' ? 'card-waves' : 'search',
        title: texts.t(`display/reading/${view.by}`),
        say: texts.t('display/moment'),
      };
    case 'helping':
      return {
        sign: 'plain',
        icon: 'hand',
        title: texts.t('display/helping/title'),
        say: texts.t('display/helping/say'),
      };
    case 'serving':
      return {
        sign: 'plain',
        icon: 'till',
        title: texts.t('display/serving/title'),
        say: texts.t('display/serving/say'),
      };
    case 'printing':
      return {
        sign: 'work',
        icon: 'printer',
        title: texts.t(`display/printing/${view.slip}`),
        say: texts.t('display/moment'),
      };
    case 'printed':
      return {
        sign: 'done',
        icon: 'printer',
        title: texts.t(`display/printed/${view.slip}`),
        say: texts.t('display/printed/say'),
      };
    case 'card-confirmed':
      return {
        sign: 'done',
        icon: 'check',
        title: texts.t('display/confirmed/title'),
        say: texts.t('display/confirmed/say'),
      };
    case 'card-later':
      return { sign: 'done', icon: 'mail', title: texts.t('display/later/title'), say: texts.t('display/later/say') };
    case 'goodbye':
      return {
        sign: 'done',
        icon: 'check',
        title: texts.t('display/goodbye/title'),
        say: texts.t('display/goodbye/say'),
      };
  }
}

/** One thing that the customer should know, with its sign. */
export function MessageScreen({ view }: { readonly view: MessageView }) {
  const { sign, icon, title, say } = messageOf(view, useTexts());
  return (
    <main className="cd-main cd-message" data-testid={`display-${view.kind}`}>
      <div role="status">
        <div className="cd-sign" data-kind={sign}>
          <Icon name={icon} />
        </div>
        <h1>{title}</h1>
        <p className="cd-lead">{say}</p>
      </div>
    </main>
  );
}
