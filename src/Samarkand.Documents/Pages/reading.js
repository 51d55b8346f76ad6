// A mark shows its claims in the list, and where they went in the case. The address is left to the page around it.
function followClaims(root) {
  const find = id => root.querySelector('#' + CSS.escape(id));
  function choose(numbers) {
    for (const old of root.querySelectorAll('.chosen')) old.classList.remove('chosen');
    const items = numbers.map(number => find('claim-' + number)).filter(item => item);
    for (const item of items) {
      item.classList.add('chosen');
      const place = item.querySelector('.place');
      if (place) find(place.getAttribute('href').slice(1))?.classList.add('chosen');
    }
    for (const mark of root.querySelectorAll('article .claim')) {
      if (mark.dataset.claims.split(' ').some(number => numbers.includes(number))) mark.classList.add('chosen');
    }
    return items[0];
  }
  function goTo(element) {
    if (!element) return;
    element.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    if (!element.hasAttribute('href')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
  root.addEventListener('click', click => {
    const link = click.target.closest('a[href^="#"]');
    if (!link || !root.contains(link)) return;
    const target = find(link.getAttribute('href').slice(1));
    if (!target) return;
    click.preventDefault();
    if (link.dataset.claims) goTo(choose(link.dataset.claims.split(' ')));
    else {
      const item = link.closest('li[id^="claim-"]');
      if (item) choose([item.id.slice(6)]);
      else if (target.dataset.claims) choose(target.dataset.claims.split(' '));
      goTo(target);
    }
  });
}
if (document.body.classList.contains('reading')) followClaims(document.body);
