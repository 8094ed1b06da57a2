import { load, newLines, labelled, learn } from '/work/wt-slogans/scripts/slogans/corpus.mjs';
import { readFileSync } from 'node:fs';
const c = load('core/text/plain','core/slogans/quotes','core/slogans/formula','core/slogans/signs','core/transcript/readTranscript');
const lab = JSON.parse(readFileSync('/tmp/h/s/lab.json')); const lex=JSON.parse(readFileSync('/work/wt-slogans/src/core/slogans/lexicon.json'));
const hand = new Map(JSON.parse(readFileSync('/work/wt-slogans/scripts/slogans/labels.json')).map(h=>[h.document+':'+h.start,h.slogan]));
const W=Object.assign({distant:0.3,hand:3,real:4,fix:0.5},JSON.parse(process.argv[2]||'{}'));
const ex=[];const freq=new Map();
for(const {document,line,start} of newLines('/work/shared/corpus')){ if(!/[“「"『]/.test(line))continue; const t=c.plainText(line);
 for(const q of c.findQuotes(t)){const n=t.slice(q.start,q.end).replace(/\s+/g,'');const h=hand.get(document.id+':'+(start+q.start));
  const l=n in lab?lab[n]:undefined; if(h===undefined&&(l===undefined||l<0))continue;
  freq.set(n,(freq.get(n)||0)+1);
  ex.push({group:h!==undefined?'hand-'+document.source:document.source,name:n,signs:c.signsOf(t,q),slogan:h??l===1,h:h!==undefined,t:t.slice(q.start-12,q.end+12)})}}
for(const e of ex)e.weight=e.h?W.hand:W.distant/Math.pow(freq.get(e.name),0.6);
const halves=JSON.parse(readFileSync('/work/shared/real/halves.json'));
const sets=[['real',labelled('/work/shared/real/gold','/work/shared/real/texts',halves.open)],...['','-blind','-third','-fourth','-fifth','-sixth'].map(s=>['fix'+s,labelled('/work/wt-slogans/test/fixtures/labelled'+s)]),['fix-shared',labelled('/work/shared/accuracy/gold','/work/shared/accuracy/texts')]];
for(const [set,docs] of sets)for(const d of docs){ const gold=new Set(d.gold.slogans.map(s=>s.start+'-'+s.end));
 for(const p of c.readTranscript(d.text,[]).paragraphs){ for(const q of c.findQuotes(p.text)){const s=p.toSource(q);const n=p.text.slice(q.start,q.end).replace(/\s+/g,'');
  const slogan=gold.has(s.start+'-'+s.end); ex.push({group:set==='real'?'real-'+d.name:set,name:n,signs:c.signsOf(p.text,q),slogan,weight:set==='real'?W.real:W.fix,t:p.text.slice(Math.max(0,q.start-12),q.end+12),real:set==='real'})}}}
console.log(ex.length,ex.filter(e=>e.real).length);
const opt=Object.assign({decay:0.3,rounds:200,atLeast:6},JSON.parse(process.argv[3]||'{}'));
const evalOn=(test,w)=>test.map(e=>({e,s:(w.get('')||0)+[...new Set(e.signs)].reduce((a,x)=>a+(w.get(x)||0),0)}));
const report=(name,r)=>{for(const th of [-0.5,0,0.5,1]){const tp=r.filter(x=>x.e.slogan&&x.s>th).length,f=r.filter(x=>x.s>th).length,g=r.filter(x=>x.e.slogan).length;console.log(name,th,'F',(2*tp/(f+g)).toFixed(3),`${tp}/${g} found ${f}`)}};
// folds: real docs in 4 folds, hand in 2 folds
const groups=[...new Set(ex.map(e=>e.group))];
const realG=groups.filter(g=>g.startsWith('real-')),all=[];
const folds=[0,1,2,3].map(k=>realG.filter((_,i)=>i%4===k));
let res=[];for(const f of folds){const tr=ex.filter(e=>!f.includes(e.group));const w=learn(tr,opt);res.push(...evalOn(ex.filter(e=>f.includes(e.group)),w))}
report('real',res);report('real-phr',res.filter(x=>!x.e.signs.includes('numeral')));
let resH=[];{const hs=ex.filter(e=>e.h);for(const k of [0,1]){const te=new Set(hs.filter((_,i)=>i%2===k));resH.push(...evalOn([...te],learn(ex.filter(e=>!te.has(e)),opt)))}}
report('hand',resH);
if(process.argv[4]){for(const x of res.filter(x=>x.e.slogan!==x.s>0))console.log(x.e.slogan?'-':'+',x.s.toFixed(2),x.e.group.slice(5,9),x.e.t.replace(/\n/g,'⏎'));
console.log('HAND');for(const x of resH.filter(x=>x.e.slogan!==x.s>0))console.log(x.e.slogan?'-':'+',x.s.toFixed(2),x.e.t);}
if(process.argv[5]){const w=learn(ex,opt);let seed=77;const rnd=()=>(seed=(seed*1103515245+12345)&0x7fffffff)/0x7fffffff;const pool=[];
for(const {document,line,start} of newLines('/work/shared/corpus')){ if(!/[“「"『]/.test(line))continue; const t=c.plainText(line);
 for(const q of c.findQuotes(t)){const n=t.slice(q.start,q.end).replace(/\s+/g,'');if(n in lab||hand.has(document.id+':'+(start+q.start))||n.length<2||n.length>24||/[《…]/.test(n))continue;
  const s=evalOn([{signs:c.signsOf(t,q)}],w)[0].s;if(Math.abs(s+0.2)<1.6)pool.push({id:document.id,start:start+q.start,end:start+q.end,l:t.slice(Math.max(0,q.start-15),q.start-1),n,r:t.slice(q.end+1,q.end+11),s})}}
console.log('POOL',pool.length);const out=[];for(let i=0;i<300;i++)out.push(pool.splice(Math.floor(rnd()*pool.length),1)[0]);
(await import('node:fs')).writeFileSync('/tmp/h/s/sample2.json',JSON.stringify(out));out.forEach((e,i)=>console.log(i,`${e.l}[${e.n}]${e.r}`));}
