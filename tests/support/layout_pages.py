"""Pages of the layouts that no fixture holds, invented in their markup: body, address, content type."""

_RAIN = "新华社雷克雅未克2月16日电（记者李四）冰岛气象部门16日宣布，首都雷克雅未克的雨已经连续下了九天，创百年来纪录。"
_FERRY = "当地渡轮公司说，开往各岛的渡轮全部停航，商店提前关门，学校也已放假两天，预计星期日恢复正常。"
_SUN = "气象部门预计，降雨将于星期日结束，届时气温将回升到五摄氏度左右，居民可以重新出门活动。"

_TABLE = f"""<html><head><title>冰岛连下九天雨</title></head><body>
<table><tr><td><b><font>冰岛连下九天雨</font></b></td></tr>
<tr><td>2012-02-16 09:30　稿件来源：新华社</td></tr>
<tr><td align="left"><p>　　{_RAIN}</p><p>　　{_FERRY}</p><p>　　{_SUN}</p></td></tr>
<tr><td>作者：李四</td></tr><tr><td>编辑：张三</td></tr></table></body></html>"""

_PEOPLE = f"""<html><head><title>冰岛连下九天雨--国际--人民网</title></head><body>
<div class="main"><div class="rm_txt cf"><h1>冰岛连下九天雨</h1>
<div class="channel cf"><div class="col-1-1 fl">2023年02月16日09:30 | 来源：新华网</div></div>
<div class="rm_txt_con cf"><div class="bza"><a href="/a">收藏</a></div>
<p>　　{_RAIN}</p><p>　　{_FERRY}</p><p>　　{_SUN}</p>
<div class="edit cf">(责编：张三)</div></div></div></div></body></html>"""

_HUANQIU = f"""<html><head><title>冰岛连下九天雨</title></head><body>
<div class="t-container"><div class="t-container-title"><h3>冰岛连下九天雨</h3></div>
<div class="metadata-info"><p class="time">2024-02-16 09:30</p></div>
<div class="l-con"><article><section><p>{_RAIN}</p><p>{_FERRY}</p><p>{_SUN}</p></section></article></div>
</div></body></html>"""

_UTF_8 = "text/html; charset=utf-8"
PAGES: dict[str, tuple[bytes, str, str | None]] = {
    "table": (_TABLE.encode(), "http://www.sx.xinhuanet.com/rdwm/2012-02/16/c_111533333.htm", _UTF_8),
    "people": (_PEOPLE.encode(), "http://world.people.com.cn/n1/2023/0216/c1002-32625000.html", _UTF_8),
    "huanqiu": (_HUANQIU.encode(), "https://world.huanqiu.com/article/4GZxYvW1abc", _UTF_8),
}
