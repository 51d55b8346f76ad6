// A click on a passage shows its claims in the list, and where the first went in the case.
for (const passage of document.querySelectorAll('article .claim')) {
  passage.addEventListener('click', () => {
    for (const old of document.querySelectorAll('.chosen')) old.classList.remove('chosen');
    for (const number of passage.dataset.claims.split(' ')) {
      const item = document.getElementById(`claim-${number}`);
      item?.classList.add('chosen');
      const place = item?.querySelector('.place');
      if (place) document.getElementById(place.getAttribute('href').slice(1))?.nextSibling?.parentElement?.classList.add('chosen');
    }
  });
}
