const place = document.querySelector('#syntony');
const title = document.createElement('h1');
title.textContent = 'Syntony';
place?.append(title);
