interface Group {
  readonly body: HTMLTableSectionElement;
  readonly rows: readonly HTMLTableRowElement[];
}

/** Each table as it was printed. */
const printed = new WeakMap<HTMLTableElement, readonly Group[]>();

function groupsOf(table: HTMLTableElement): readonly Group[] {
  const groups = printed.get(table) ?? [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  printed.set(table, groups);
  return groups;
}

/**
 * Puts a table's rows into one row of all, under the mark `data-ungrouped`, or back into their groups. Rows that
 * count have a `data-order`; heads of groups have none and stay away meanwhile.
 *
 * @param order puts the rows in order; without it they stand as they were printed
 */
export function orderRows(
  table: HTMLTableElement,
  order?: (rows: readonly HTMLTableRowElement[]) => readonly HTMLTableRowElement[],
): void {
  const groups = groupsOf(table);
  table.toggleAttribute('data-ungrouped', order !== undefined);
  for (const body of [...table.tBodies]) body.remove();
  if (order) {
    const rows = groups.flatMap(({ rows }) => rows).filter(({ dataset }) => dataset.order);
    rows.sort((one, other) => Number(one.dataset.order) - Number(other.dataset.order));
    table.createTBody().append(...order(rows));
    return;
  }
  for (const { body, rows } of groups) {
    body.replaceChildren(...rows);
    table.append(body);
  }
}
