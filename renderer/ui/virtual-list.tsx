import type { ReactNode } from 'react';
import { Collection, ListBox, ListBoxItem, ListBoxLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components';

interface VirtualListProps<Row extends object> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => number;
  /** What a row says in one line, for whoever hears the list. */
  readonly textOf: (row: Row) => string;
  readonly selected: number | null;
  readonly onSelect: (id: number) => void;
  /** Called when the end comes near; null when there is no more to read. */
  readonly onMore: (() => void) | null;
  readonly isReading: boolean;
  readonly readingText: string;
  readonly testId: string;
  readonly children: (row: Row) => ReactNode;
}

/** Height of a row in pixels: two lines of text. Every row has it, so that no scrolling jumps. */
const rowHeightPx = 56;

/** The keyboard stays in a field or filter that has it; what was only waiting for the rows hands it over to them. */
function isWaitingForRows(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches('div[data-desk-focus]');
}

/**
 * A list of any length of which only what is seen is drawn: one stop of Tab, arrows and pages move the selection, and
 * the next rows are asked for before the end comes into sight.
 */
export function VirtualList<Row extends object>(props: VirtualListProps<Row>) {
  const { rows, idOf, textOf, selected, children, onMore } = props;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeightPx, loaderSize: rowHeightPx }}>
      <ListBox
        className="virtual-list"
        aria-label={props.label}
        data-testid={props.testId}
        data-desk-focus=""
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        autoFocus={isWaitingForRows() ? 'first' : false}
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'number') {
            props.onSelect(key);
          }
        }}
      >
        <Collection items={rows}>
          {(row) => (
            <ListBoxItem id={idOf(row)} className="record" textValue={textOf(row)}>
              {children(row)}
            </ListBoxItem>
          )}
        </Collection>
        {onMore === null ? null : (
          <ListBoxLoadMoreItem
            className="record-more note soft"
            isLoading={props.isReading}
            scrollOffset={2}
            onLoadMore={onMore}
          >
            {props.readingText}
          </ListBoxLoadMoreItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
