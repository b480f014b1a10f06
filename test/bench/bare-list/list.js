// SPDX-License-Identifier: MIT
// The least a virtual list can be: of thousands of rows those are made that are seen.

/* global document */

const rowHeight = 32;
const seen = 20;
const [page, pane, search] = ['#page', '#pane', 'input'].map((one) => document.querySelector(one));
const rowsOf = (count) =>
  Array.from({ length: count }, (_, number) => `Ethernet ${number} IPv4 1500`);
let rows = [];

function openPane(text) {
  pane.innerHTML = `<section id="fields">${text}</section><button>Close details</button>`;
  pane.querySelector('button').addEventListener('click', () => pane.replaceChildren());
}

function draw(list) {
  const text = search.value.toLowerCase();
  const matching = rows.filter((row) => row.toLowerCase().includes(text));
  const first = Math.floor(list.scrollTop / rowHeight);
  const shown = matching.slice(first, first + seen).map((row, place) => {
    const element = document.createElement('div');
    element.className = 'row';
    element.textContent = row;
    element.style.top = `${(first + place) * rowHeight}px`;
    element.addEventListener('click', () => openPane(row));
    return element;
  });
  const end = document.createElement('div');
  end.style.height = `${matching.length * rowHeight}px`;
  list.replaceChildren(end, ...shown);
}

function openList(count) {
  const list = document.createElement('main');
  rows = rowsOf(count);
  list.addEventListener('scroll', () => draw(list));
  search.oninput = () => draw(list);
  page.replaceChildren(list);
  draw(list);
}

// The keys of our own pages: a list of 5,000, one of 10,000, and none.
const pages = {
  1: () => page.replaceChildren(),
  2: () => openList(5000),
  3: () => openList(10_000),
};
document.addEventListener('keydown', ({ key, ctrlKey }) => ctrlKey && pages[key]?.());
