<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>gdsim</name>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;3D surface</source>
        <translation>三维曲面(&amp;3)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>&amp;About gdsim</source>
        <translation>关于 gdsim(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Add a lane</source>
        <translation>添加路线(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>&amp;Animation…</source>
        <translation>动画(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;Blank the screen</source>
        <translation>黑屏(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recent_files.py"/>
        <source>&amp;Clear the list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;Close the lecture</source>
        <translation>关闭讲课(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Colour and mark</source>
        <translation>颜色与标记(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/palette.py"/>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/computing.py"/>
        <source>&amp;Compute the rest</source>
        <translation>继续计算(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Copy the arithmetic</source>
        <translation>复制计算过程(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Duplicate</source>
        <translation>复制(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;End the presentation</source>
        <translation>结束放映(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Fit the range</source>
        <translation>适合范围(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/gallery.py"/>
        <source>&amp;Gallery…</source>
        <translation>场景库(&amp;G)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>&amp;Kinds of critical points</source>
        <translation>临界点类型(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Lane</source>
        <translation>路线(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Lecture</source>
        <translation>讲课(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>&amp;Lower</source>
        <translation>降低高度(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>&amp;Move to the left</source>
        <translation>左移(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>&amp;Narrower</source>
        <translation>变窄(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Normal text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>&amp;Numbers…</source>
        <translation>数值(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;Open a lecture…</source>
        <translation>打开讲课(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Overlay</source>
        <translation>叠加(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/playing.py"/>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>&amp;Picture…</source>
        <translation>图片(&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <location filename="../../gdsim/ui/playing.py"/>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;Presenter&apos;s window</source>
        <translation>教师窗口(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <location filename="../../gdsim/ui/main_window.py"/>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>&amp;Residuals</source>
        <translation>残差(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Restart</source>
        <translation>重新开始(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>&amp;Start the presentation</source>
        <translation>开始放映(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>&amp;Taller</source>
        <translation>增加高度(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <location filename="../../gdsim/ui/main_window.py"/>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/layouts.py"/>
        <source>&amp;Views</source>
        <translation>视图面板(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>&amp;Wider</source>
        <translation>变宽(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>(2 + 2β)/λmax: above it the heavy ball diverges.</source>
        <translation>(2 + 2β)/λmax：超过它，重球法发散。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/step_view.py"/>
        <source>(next)</source>
        <translation>· 下一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/formula_feedback.py"/>
        <source>(too long to be shown)</source>
        <translation>（过长，不显示）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/data_fit.py"/>
        <source>({shown} of {count} points drawn)</source>
        <translation>（绘出 {count} 个点中的 {shown} 个）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/i18n.py"/>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>1 is momentum alone, 0 the gradient alone.</source>
        <translation>1 表示只用动量，0 表示只用梯度。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>1 is the mean alone, 0 the gradient alone.</source>
        <translation>1 表示只用均值，0 表示只用梯度。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>1 is the mean of squares alone, 0 the squared gradient alone.</source>
        <translation>1 表示只用平方的均值，0 表示只用当前梯度的平方。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>1 step/s</source>
        <translation>1 步/秒</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>1-D</source>
        <translation>一维</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>2/(λmin + λmax): the fastest fixed learning rate.</source>
        <translation>2/(λmin + λmax)：收敛最快的固定学习率。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>2/λmax: above it synchronous descent diverges.</source>
        <translation>2/λmax：超过它，同步下降发散。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>3D</source>
        <translation>三维</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface.py"/>
        <source>3D needs OpenGL, which this computer does not offer here. The contour shows the same loss; everything else works as usual.</source>
        <translation>三维显示需要 OpenGL，而这台计算机目前无法提供。等高线图显示的是同一个损失函数；其他功能一切照常。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface_heights.py"/>
        <source>; cut off at J = {high}</source>
        <translation>；在 J = {high} 处截断</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>A copy keeps the old point whole until the step is done.</source>
        <translation>副本把旧的点完整地保留到这一步结束。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>A curve is drawn for one parameter; this problem has more. Look at the contour or the surface.</source>
        <translation>曲线只用于一个参数的问题，而这个问题的参数不止一个。请看等高线图或曲面。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>A curved, narrow valley: reaching it is quick, following it to the end is slow.</source>
        <translation>弯曲而狭窄的山谷：到达谷底很快，沿谷底走到尽头很慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>A few points far off the line: single rows pull hard.</source>
        <translation>少数点远离直线：单个样本的影响很大。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>A flat bottom: the curvature vanishes at the minimum and progress slows to a crawl.</source>
        <translation>平坦的谷底：最小值点处曲率为零，越接近走得越慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>A formula of w, or of w and b, for example w^2 + 3*w - 5</source>
        <translation>以 w 或以 w、b 为变量的公式，例如 w^2 + 3*w - 5</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>A funnel full of dents: the slope of the whole points to the middle, each dent holds.</source>
        <translation>布满小坑的漏斗：整体的斜率指向中心，但每个小坑都会把下降困住。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>A heavy ball: keeps part of its last velocity.</source>
        <translation>重球：保留上一步的部分速度。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>A hole in a plain: only a start close to it feels any slope at all.</source>
        <translation>平原上的一个坑：只有离它很近的起点才感受得到斜率。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/code_view.py"/>
        <source>A lecture shows its listing here.</source>
        <translation>讲课的代码清单会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>A long trough across the axes: fast to its floor, then 25 times slower along it.</source>
        <translation>斜跨坐标轴的长槽：很快落到槽底，再沿槽底走则慢 25 倍。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>A mean of the gradient and of its momentum.</source>
        <translation>梯度与其动量的加权平均。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>A refused trial step is multiplied by this.</source>
        <translation>试探步未被接受时，步长乘以这个因子。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>A step must lower the loss by this share of what the slope promises.</source>
        <translation>一步使损失下降的量，至少要达到按斜率预期的这一比例。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface.py"/>
        <source>A surface can only be drawn over two parameters.</source>
        <translation>只有两个参数时才能画出曲面。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>A valley at almost every whole number: plain descent stops in the nearest one.</source>
        <translation>几乎每个整数点处都有一个谷：普通的梯度下降停在最近的谷里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>A wave on a tilted trough: a first, higher valley holds the descent back.</source>
        <translation>倾斜长槽上的波浪：途中较高的谷会把下降拦住。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>A&amp;rithmetic…</source>
        <translation>计算过程(&amp;R)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>APNG (all colours)</source>
        <translation>APNG（全部颜色）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>About gdsim</source>
        <translation>关于 gdsim</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>Above it the spectral radius of the sequential iteration exceeds 1. 2/max Hᵢᵢ = {diagonal} is always safe.</source>
        <translation>超过它，顺序迭代的谱半径大于 1。2/max Hᵢᵢ = {diagonal} 总是安全的。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Above the large picture</source>
        <translation>放到大图上方</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Ackley&apos;s function</source>
        <translation>Ackley 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Adam between its means and the latest gradient.</source>
        <translation>介于滑动平均与最新梯度之间的 Adam。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Adam whose divisor never shrinks.</source>
        <translation>除数只增不减的 Adam。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Adam whose weight decay does not pass through the division.</source>
        <translation>权重衰减不参与相除的 Adam。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Adam with Nesterov&apos;s look ahead.</source>
        <translation>带 Nesterov 前瞻的 Adam。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_edits.py"/>
        <source>Add a data point</source>
        <translation>添加数据点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Add a lane</source>
        <translation>添加路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Add a row</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>After so many steps the learning rate is multiplied by the factor.</source>
        <translation>每隔这么多步，学习率乘以该因子。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>After so many steps the smallest learning rate is reached.</source>
        <translation>经过这么多步后达到最小学习率。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>All eyes on the teacher; again to go on</source>
        <translation>让大家看教师；再按一次继续</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>All keys and gestures on one sheet</source>
        <translation>所有按键与手势一览</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <location filename="../../gdsim/ui/panels/table.py"/>
        <source>All lanes</source>
        <translation>全部路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>All lanes on one contour</source>
        <translation>所有路线画在同一张等高线图上</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>All lanes on the surface</source>
        <translation>所有路线画在曲面上</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>All parameters at once from the same point, or one by one, each from the point as already moved.</source>
        <translation>所有参数从同一点同时更新，或依次更新：每个参数都从已移动后的点出发。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/computing.py"/>
        <source>All steps have been computed</source>
        <translation>所有步都已计算完毕</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>All views</source>
        <translation>所有视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>All views and the settings</source>
        <translation>所有视图与设置</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/spec_text.py"/>
        <source>Allowed: whole numbers, {range}</source>
        <translation>允许：整数，{range}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/spec_text.py"/>
        <source>Allowed: {range}</source>
        <translation>允许：{range}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Alt + arrows</source>
        <translation>Alt + 方向键</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>An edit of the learning rate holds from the step that is shown: what has been seen stays.</source>
        <translation>学习率的修改从当前步起生效：已经看到的部分保持不变。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Animation of the steps</source>
        <translation>各步的动画</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Any function of w, or of w and b, differentiated exactly.</source>
        <translation>以 w 或以 w、b 为变量的任意函数，精确求导。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/menus.py"/>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Arithmetic</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/arithmetic.py"/>
        <source>Arithmetic of the step</source>
        <translation>这一步的计算过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Arithmetic of this step</source>
        <translation>这一步的计算过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/layouts.py"/>
        <source>Arran&amp;gements</source>
        <translation>布局(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/layouts.py"/>
        <source>Arrange the views so</source>
        <translation>按此布局排列视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>As it is shown, with six digits</source>
        <translation>与显示的一致，六位有效数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>As on the screen</source>
        <translation>与屏幕一致</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/formula_field.py"/>
        <source>At character {place}: {reason}</source>
        <translation>第 {place} 个字符处：{reason}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Bac&amp;k to the lecture</source>
        <translation>回到讲课(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Back to step 0; all settings stay</source>
        <translation>回到第 0 步，所有设置保持不变</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Back to the scene as it was opened (can be undone)</source>
        <translation>恢复到场景打开时的样子（可撤销）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Back to the window; the lecture stays open</source>
        <translation>回到窗口；讲课仍然打开</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Basins</source>
        <translation>吸引域</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Basins are drawn for formulas, landscapes and linear regression.</source>
        <translation>吸引域图适用于公式、函数地形和线性回归。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Basins are drawn for two parameters; this problem has one.</source>
        <translation>吸引域图需要两个参数；此问题只有一个。</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Batch descent looks at every row in each step.</source>
        <translation>批量下降在每一步都使用全部样本。</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Beale&apos;s function</source>
        <translation>Beale 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Beat {index} of {count}</source>
        <translation>第 {index} 拍，共 {count} 拍</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/start_edits.py"/>
        <source>Begin a new run where the first lane shown (or the chosen one) is now; Alt and the arrow keys then move the start</source>
        <translation>从第一条显示的路线（或选中的路线）现在的位置重新开始；之后用 Alt 和方向键移动起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Begin again at the end</source>
        <translation>播完后从头开始</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Begin with the first scene</source>
        <translation>从第一个场景开始</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Below the large picture</source>
        <translation>放到大图下方</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Booth&apos;s function</source>
        <translation>Booth 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>Both new values are worked out before either name is given its new value.</source>
        <translation>先算出两个新值，再把它们分别赋给两个变量。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>CSV (for a spreadsheet)</source>
        <translation>CSV（用于电子表格）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Cancelled; nothing was written</source>
        <translation>已取消，没有写入任何内容</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Centred</source>
        <translation>中心化</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Centred line</source>
        <translation>中心化直线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Change a lane&apos;s colour</source>
        <translation>更改路线颜色</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Change a&amp;ll lanes</source>
        <translation>更改全部路线(&amp;L)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change batch size</source>
        <translation>更改批大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change data</source>
        <translation>更改数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change formula</source>
        <translation>更改公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>Change learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change loss function</source>
        <translation>更改损失函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>Change only from here on</source>
        <translation>只改变此步之后</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change optimizer</source>
        <translation>更改优化器</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change optimizer parameter</source>
        <translation>更改优化器参数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change problem</source>
        <translation>更改问题</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_tools.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change problem parameter</source>
        <translation>更改问题参数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change replacement</source>
        <translation>更改放回方式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change seed</source>
        <translation>更改随机种子</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change start point</source>
        <translation>更改起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_stop.py"/>
        <source>Change stop rule</source>
        <translation>更改停止规则</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Change the data; the run follows</source>
        <translation>改变数据，运行随之更新</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/show.py"/>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Change the learning rate; its limits are marked</source>
        <translation>改变学习率；其界限已标出</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Change the range</source>
        <translation>更改范围</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>Change the schedule</source>
        <translation>更改学习率计划</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change update order</source>
        <translation>更改更新方式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Change variant</source>
        <translation>更改下降方式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>Changed: back to the lecture</source>
        <translation>已更改：回到讲课</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Choose a lane in the list of lanes first</source>
        <translation>请先在路线列表中选择一条路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Choose a scene</source>
        <translation>选择场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/gallery.py"/>
        <source>Choose one of the scenes that come with gdsim</source>
        <translation>选择一个 gdsim 自带的场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Click on the picture, or type the numbers</source>
        <translation>在图形上单击，或输入数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/rate_track.py"/>
        <source>Click to set α = {rate}</source>
        <translation>单击设为 α = {rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Cliff</source>
        <translation>悬崖</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <location filename="../../gdsim/ui/widgets/notice.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/notice.py"/>
        <source>Close this message  [Esc]</source>
        <translation>关闭此消息 [Esc]</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Close this window  [Esc]</source>
        <translation>关闭此窗口 [Esc]</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>Column for x</source>
        <translation>x 列</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>Column for y</source>
        <translation>y 列</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>Columns are parted by: {sign}.</source>
        <translation>列分隔符：{sign}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Columns x and y from a spreadsheet, or y alone; a decimal comma is understood</source>
        <translation>来自电子表格的 x、y 两列，或仅 y 一列；可识别小数逗号</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/palette.py"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/palette.py"/>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Compare one more descent</source>
        <translation>再比较一条下降路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Condition number</source>
        <translation>条件数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/contour.py"/>
        <source>Contour</source>
        <translation>等高线图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Contours of the &amp;batch</source>
        <translation>当前批量的等高线(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Copy a picture of all views</source>
        <translation>复制所有视图的图片</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Copy every step of every lane as a table</source>
        <translation>把每条路线的每一步复制为表格</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Copy the &amp;numbers</source>
        <translation>复制数值(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Copy the &amp;picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Copy the arithmetic of this step as text</source>
        <translation>以文本形式复制这一步的计算过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Coupled bowl</source>
        <translation>耦合碗</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Coupling</source>
        <translation>耦合系数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Critical points</source>
        <translation>临界点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Critical points are found for formulas, landscapes and linear regression.</source>
        <translation>可求公式、函数地形和线性回归的临界点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/logistic.py"/>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Curvatures count by their size, and at least as this.</source>
        <translation>曲率按绝对值计，且不小于此值。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>Curve of J</source>
        <translation>J 的曲线</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Dampening</source>
        <translation>阻尼</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/appearance.py"/>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/data_fit.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Data and fit</source>
        <translation>数据与拟合</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Decay of the mean</source>
        <translation>均值衰减率</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Decay of the squares</source>
        <translation>平方均值衰减率</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Decay per step</source>
        <translation>每步衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Decoupled weight decay</source>
        <translation>解耦权重衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Delete the selected rows</source>
        <translation>删除所选行</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Divides by the spread of the gradients in place of their size.</source>
        <translation>除以梯度的离散程度，而不是梯度的大小。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Divides the slope by its recent size.</source>
        <translation>用斜率除以它近期的大小。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Divides the slope by the curvature: one step on a quadratic bowl.</source>
        <translation>用斜率除以曲率：在二次碗上一步到位。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Do not draw the chosen lane; its run stays</source>
        <translation>不绘制所选路线；其运行仍保留</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Double click on a picture</source>
        <translation>双击图形</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/rate_control.py"/>
        <source>Double the learning rate</source>
        <translation>学习率加倍</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Double well</source>
        <translation>双阱</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>Double α</source>
        <translation>α 加倍</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag a data point</source>
        <translation>拖动数据点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag beside the ring</source>
        <translation>在圆环旁拖动</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag on the loss curve</source>
        <translation>在损失曲线上拖动</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag the ring</source>
        <translation>拖动圆环</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag the title of a view</source>
        <translation>拖动视图的标题</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/rate_track.py"/>
        <source>Drag to change the learning rate; hold Shift for every pixel.
Arrow keys step, with Shift finely; Ctrl with an arrow goes to the next limit.</source>
        <translation>拖动可改变学习率；按住 Shift 可逐像素调节。
方向键逐格调节，加 Shift 更精细；Ctrl 加方向键跳到下一个界限。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drag α</source>
        <translation>拖动 α</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Draw and list the chosen lane earlier</source>
        <translation>把所选路线排到前面</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Draw and list the chosen lane later</source>
        <translation>把所选路线排到后面</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Draw each row anew from all of them, instead of shuffling once per epoch.</source>
        <translation>每次都从全部样本中重新抽取，而不是每个轮次打乱一次。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Drop a file on the window</source>
        <translation>把文件拖放到窗口上</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>Drop one file of this computer at a time.</source>
        <translation>请每次只拖入本机上的一个文件。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Duplicate a lane</source>
        <translation>复制路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_tools.py"/>
        <source>E&amp;dit the data…</source>
        <translation>编辑数据(&amp;D)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Easom&apos;s function</source>
        <translation>Easom 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Edit the data</source>
        <translation>编辑数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Edits of the settings go to all lanes</source>
        <translation>设置的修改应用于全部路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Eigenvalues</source>
        <translation>特征值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>Eigenvalues λ of the Hessian: {values}.</source>
        <translation>Hessian 矩阵的特征值 λ：{values}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Elapsed: {minutes}:{seconds}</source>
        <translation>已用时间：{minutes}:{seconds}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Exchange the view with the one at its left</source>
        <translation>与左边的视图交换位置</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Exchange the view with the one at its right</source>
        <translation>与右边的视图交换位置</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Exploding gradient: one step taken on the wall throws the descent far away.</source>
        <translation>梯度爆炸：在陡壁上迈出的一步会把参数抛到远处。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Exponential</source>
        <translation>指数衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/palette.py"/>
        <source>Find anything that can be done, in English or Chinese</source>
        <translation>用中文或英文查找任何可执行的操作</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Finds its own step size from the sizes of slopes and steps.</source>
        <translation>根据斜率与步的大小自行确定步长。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>First sum of squares</source>
        <translation>平方和初值</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Fits a line to points; slope and intercept are coupled.</source>
        <translation>用直线拟合数据点；斜率与截距相互耦合。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Flat tails</source>
        <translation>平坦的两翼</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Fonts are those of the system; none come with gdsim.</source>
        <translation>字体取自系统；gdsim 不附带字体。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>For the last row</source>
        <translation>后排可见</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recent_files.py"/>
        <source>Forget these files</source>
        <translation>不再记住这些文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Formulas entered before</source>
        <translation>以前输入的公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Four equally deep valleys: the start, and sometimes the update order, decides which.</source>
        <translation>四个同样深的谷：落入哪一个由起点决定，有时还取决于更新方式。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Four points on y = 2x</source>
        <translation>y = 2x 上的四个点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Four points on y = 2x + 1</source>
        <translation>y = 2x + 1 上的四个点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Four valleys of three depths: sliding into the nearest is not finding the best.</source>
        <translation>四个谷、三种深度：滑入最近的谷不等于找到最好的谷。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Full screen, large, for the last row</source>
        <translation>全屏放大，后排可见</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>GIF (256 colours a picture)</source>
        <translation>GIF（每幅 256 色）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Gallery</source>
        <translation>场景库</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Give the chosen lane a name of its own</source>
        <translation>为所选路线另取名称</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Given points</source>
        <translation>本场景的数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Go on with the scene behind  [Esc]</source>
        <translation>继续使用后面的场景 [Esc]</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Go through the steps: the curve is a time slider</source>
        <translation>浏览各步：曲线就是时间滑块</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_menu.py"/>
        <source>Go to step {step}</source>
        <translation>转到第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Goldstein–Price function</source>
        <translation>Goldstein–Price 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Gradient descent made visible: synchronous and sequential updates side by side.</source>
        <translation>看得见的梯度下降：同步更新与顺序更新并排对照。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/state_view.py"/>
        <source>Gradient descent remembers nothing: each step depends on the gradient alone. Choose momentum, Adam or another optimizer for a lane to see its state here.</source>
        <translation>梯度下降不保留任何状态：每一步只取决于梯度。为某条路线选用动量、Adam 等优化器，即可在此看到其状态。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Gradient descent that shortens each step until the loss falls enough.</source>
        <translation>逐步缩短每一步、直到损失充分下降的梯度下降。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Gradient norm below</source>
        <translation>梯度范数低于</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <source>Gradients</source>
        <translation>梯度数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <location filename="../../gdsim/engine/problems/neuron.py"/>
        <source>Half the MSE</source>
        <translation>均方误差的一半</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/rate_control.py"/>
        <source>Halve the learning rate</source>
        <translation>学习率减半</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>Halve α</source>
        <translation>α 减半</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Heights from 3 to a million: a rate safe on the walls is tiny on the valley floor.</source>
        <translation>高度从 3 到一百万：在陡壁上安全的学习率，到了谷底就显得太小。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Hide a lane</source>
        <translation>隐藏路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Himmelblau&apos;s function</source>
        <translation>Himmelblau 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Hours of study, passed or not</source>
        <translation>学习时长与是否及格</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>How far the middles of the two classes lie apart.</source>
        <translation>两个类别中心之间的距离。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>How far the ravine is turned against the w axis; 0 uncouples w and b.</source>
        <translation>峡谷相对 w 轴转过的角度；为 0 时 w 与 b 不再耦合。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>How fast playing goes. It changes no number.</source>
        <translation>播放的快慢，不改变任何数值。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>How fast the learning rate shrinks with the number of steps.</source>
        <translation>学习率随步数减小的快慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>How fast the momentum reaches its full share.</source>
        <translation>动量达到全部份额的快慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>How many data points.</source>
        <translation>数据点的个数。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>How many data rows each step looks at: all, one, or a few.</source>
        <translation>每一步使用多少样本：全部、一个或若干个。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>How slowly the mean of the gradients forgets.</source>
        <translation>梯度的均值遗忘得有多慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>How slowly the mean of their squares forgets.</source>
        <translation>梯度平方的均值遗忘得有多慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/schedule_control.py"/>
        <source>How the learning rate changes from step to step.</source>
        <translation>学习率如何逐步变化。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Icons and scenes</source>
        <translation>图标与场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>In a window of its &amp;own</source>
        <translation>独立窗口(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>In place</source>
        <translation>就地更新</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>In steps</source>
        <translation>阶梯衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Intercept</source>
        <translation>截距</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Inverse of time</source>
        <translation>反时间衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>It is a folder. Drop a file that is in it.</source>
        <translation>这是一个文件夹，请拖入其中的文件。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>J is quadratic: its one critical point is the solution of ∇J = 0.</source>
        <translation>J 为二次函数：唯一的临界点即 ∇J = 0 的解。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>JSON (for a program)</source>
        <translation>JSON（用于程序）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>Jump to bookmark {digit}  [{digit}]</source>
        <translation>跳到书签 {digit} [{digit}]</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Keeps the division finite.</source>
        <translation>避免除以零。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Landscapes</source>
        <translation>测试函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table.py"/>
        <source>Lane</source>
        <translation>路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Lanes</source>
        <translation>路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Lanes: which one to change</source>
        <translation>路线：选择要更改的一条</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <location filename="../../gdsim/ui/menus.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Large numbers</source>
        <translation>大字算式</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Largest curvature divided by the smallest; the smallest is 1.</source>
        <translation>最大曲率与最小曲率之比；最小曲率为 1。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/box_rows.py"/>
        <source>Largest {name}</source>
        <translation>{name} 的最大值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Last picture stays</source>
        <translation>最后一幅停留</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>Later</source>
        <translation>以后再问</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/sparkline.py"/>
        <source>Learning rate of step {step}: {rate}</source>
        <translation>第 {step} 步的学习率：{rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Learning rate of the first step.</source>
        <translation>第一步的学习率。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <source>Learning rate of the next step</source>
        <translation>下一步的学习率</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/map_rates.py"/>
        <location filename="../../gdsim/ui/widgets/rate_control.py"/>
        <location filename="../../gdsim/ui/widgets/rate_track.py"/>
        <source>Learning rate α</source>
        <translation>学习率 α</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Learning-rate decay</source>
        <translation>学习率衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/computing.py"/>
        <source>Leave it at the steps that have been computed; again to go on</source>
        <translation>只保留已算出的步；再按一次则继续计算</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>Lecture</source>
        <translation>讲课</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Left of the large picture</source>
        <translation>放到大图左侧</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/palette.py"/>
        <source>Letters of its name, in English or Chinese</source>
        <translation>名称中的字，中文或英文均可</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Licence texts</source>
        <translation>许可证全文</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/appearance.py"/>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/appearance.py"/>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Line search</source>
        <translation>线搜索</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Line with outliers</source>
        <translation>含离群点的直线</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Linear regression</source>
        <translation>线性回归</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/code_view.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Listing</source>
        <translation>代码清单</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Load a CSV file…</source>
        <translation>载入 CSV 文件…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>Load data from a file</source>
        <translation>从文件载入数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>Load data from {file}</source>
        <translation>从 {file} 载入数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>Local: the Hessian is the one at the current point.</source>
        <translation>局部：Hessian 矩阵取自当前点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Log folder: {folder}</source>
        <translation>日志文件夹：{folder}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>Looks wrong, is harmless</source>
        <translation>看似有错，实则无害</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Loss J</source>
        <translation>损失 J</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>Loss J − J*</source>
        <translation>损失 J − J*</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Loss above the min&amp;imum</source>
        <translation>高出最小值的损失(&amp;I)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Loss change below</source>
        <translation>损失变化低于</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Loss function</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <source>Loss on all data</source>
        <translation>全部数据上的损失</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <location filename="../../gdsim/engine/problems/neuron.py"/>
        <source>MSE</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Make all text larger</source>
        <translation>放大所有文字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Make all text smaller</source>
        <translation>缩小所有文字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Make the edit again</source>
        <translation>重新执行撤销的编辑</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Make the view that has the keyboard lower</source>
        <translation>降低键盘焦点所在视图的高度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Make the view that has the keyboard narrower</source>
        <translation>减小键盘焦点所在视图的宽度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Make the view that has the keyboard taller</source>
        <translation>增加键盘焦点所在视图的高度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Make the view that has the keyboard wider</source>
        <translation>增加键盘焦点所在视图的宽度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Map of learning rates</source>
        <translation>学习率图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Maps</source>
        <translation>图谱</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Mark saddles, maxima and unknown minima on the contour</source>
        <translation>在等高线图上标出鞍点、极大值点和未知的极小值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Matyas&apos;s function</source>
        <translation>Matyas 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Maximum steps</source>
        <translation>最大步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>McCormick&apos;s function</source>
        <translation>McCormick 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>Mini-batch of {size}</source>
        <translation>小批量（{size} 行）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Models on data</source>
        <translation>数据上的模型</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Momentum decay</source>
        <translation>动量衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Momentum that looks ahead before it takes the gradient.</source>
        <translation>先前瞻一步、再求梯度的动量法。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Momentum with a step size of its own for every coordinate.</source>
        <translation>每个坐标各有步长的动量法。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Monkey saddle</source>
        <translation>猴鞍面</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>More about the chosen lane</source>
        <translation>所选路线的更多操作</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_edits.py"/>
        <source>Move a data point</source>
        <translation>移动数据点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Move a lane</source>
        <translation>移动路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Move d&amp;own</source>
        <translation>下移(&amp;O)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Move the picture; on the surface, turn it</source>
        <translation>移动图形；在曲面上则是旋转</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/start_edits.py"/>
        <source>Move the start</source>
        <translation>移动起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Move the start; with Ctrl it snaps to round numbers</source>
        <translation>移动起点；按住 Ctrl 对齐到整齐的数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Move the start; with Shift finely</source>
        <translation>移动起点；按住 Shift 微调</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Move the view, onto another one for tabs</source>
        <translation>移动视图；拖到另一个视图上可合为标签页</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Move to the &amp;right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Moves against the gradient.</source>
        <translation>沿梯度的反方向移动。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Newton&apos;s method</source>
        <translation>牛顿法</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Next</source>
        <translation>下一拍</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>No edit has been taken back</source>
        <translation>没有撤销过的编辑</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recent_files.py"/>
        <source>No file has been opened or saved yet</source>
        <translation>尚未打开或保存过文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>No formula has been entered yet</source>
        <translation>尚未输入过公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>No gap here: ∂J/∂{later} does not depend on {first}, so it is the same before and after {first} moves.</source>
        <translation>这里没有差距：∂J/∂{later} 与 {first} 无关，因此在 {first} 移动前后相同。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>No gap in this step.</source>
        <translation>这一步没有差距。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>No gap in this step: {first} did not move.</source>
        <translation>这一步没有差距：{first} 没有移动。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>No lane updates sequentially.</source>
        <translation>没有采用顺序更新的路线。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>No lecture is open</source>
        <translation>没有打开的讲课</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>No minimum is known in this range, so no basin.</source>
        <translation>此范围内没有已知的极小值，因此没有吸引域。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>No view lies at the left of this one</source>
        <translation>此视图左边没有别的视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>No view lies at the right of this one</source>
        <translation>此视图右边没有别的视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Noisy line</source>
        <translation>带噪声的直线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>Not a number yet; the data stay as they were</source>
        <translation>还不是数字；数据保持不变</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/spec_text.py"/>
        <source>Not a number. Allowed: {range}</source>
        <translation>不是数字。允许：{range}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/spec_text.py"/>
        <source>Not a number; write for example 0.2 or 1e-3</source>
        <translation>不是数字；请输入 0.2 或 1e-3 这样的形式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/palette.py"/>
        <source>Not possible now</source>
        <translation>当前不可用</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Notes on the lecture</source>
        <translation>本讲备注</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Notes on the scene</source>
        <translation>本幕备注</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Notes, the next beat and the time</source>
        <translation>备注、下一拍和时间</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Nothing has been changed</source>
        <translation>没有任何更改</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Nothing lies above or below this view</source>
        <translation>此视图上下没有别的视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Nothing lies beside this view</source>
        <translation>此视图两侧没有别的视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/motion.py"/>
        <source>Nothing slides, fades or blinks; playing goes on step by step</source>
        <translation>界面不滑动、不淡入淡出、不闪烁；播放仍逐步进行</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>Nothing was opened.</source>
        <translation>没有打开任何文件。</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_texts.py"/>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Numbers of all steps</source>
        <translation>所有步的数值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Off-diagonal second derivative: how much the slope of w changes as b moves.</source>
        <translation>非对角二阶偏导数：b 移动时 w 方向的斜率变化多少。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>On a ta&amp;b</source>
        <translation>合为标签页(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>On the pictures</source>
        <translation>在图形上</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>One contour for each lane</source>
        <translation>每条路线一张等高线图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <location filename="../../gdsim/ui/recent_files.py"/>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/feature.py"/>
        <source>Open a lecture</source>
        <translation>打开讲课</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Open a lecture file of your own</source>
        <translation>打开您自己的讲课文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Open a scenario file</source>
        <translation>打开场景文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Open a scenario, or use a table as data</source>
        <translation>打开场景，或把表格用作数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Open the full texts of all licences</source>
        <translation>打开所有许可证的全文</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Open this scene  [Enter]</source>
        <translation>打开此场景 [Enter]</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/state_view.py"/>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Optimizer state</source>
        <translation>优化器状态</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Optimizers</source>
        <translation>优化器对比</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Own size</source>
        <translation>自定大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>PNG (pixels)</source>
        <translation>PNG（像素）</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Parameter change below</source>
        <translation>参数变化低于</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Part of the points that lie far above the line.</source>
        <translation>远高于直线的点所占的比例。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <source>Partial derivative on all data</source>
        <translation>全部数据上的偏导数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <source>Partial derivative that the next step uses: of its batch, and in a sequential lane taken at a point already moved</source>
        <translation>下一步所用的偏导数：取自该步的批量；在顺序更新的路线中，取自已移动的点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Parts two classes; the loss is convex, so every start ends in the same place.</source>
        <translation>把两类分开；损失是凸的，因此从任何起点出发都到达同一处。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <source>Passes over the data made so far</source>
        <translation>至今遍历数据的轮次</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Pictures per second</source>
        <translation>每秒幅数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Piecewise</source>
        <translation>分段</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Plateau</source>
        <translation>平台</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Please save your work now.</source>
        <translation>请立即保存您的工作。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Point at a step</source>
        <translation>指向某一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/data_fit.py"/>
        <source>Point {number} of {count}: {point}</source>
        <translation>第 {number} 个点，共 {count} 个：{point}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Points scattered around a line, x between 0 and 2.</source>
        <translation>散布在直线附近的点，x 在 0 与 2 之间。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Predicted rightly</source>
        <translation>预测正确</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Predicted wrongly</source>
        <translation>预测错误</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Predicted {name}</source>
        <translation>预测 {name}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Predicted. The next beat shows what happens.</source>
        <translation>已预测。下一拍显示结果。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Presenter</source>
        <translation>教师</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/preview.py"/>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Price against area in tens of square metres.</source>
        <translation>房价与面积（以十平方米计）。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/computing.py"/>
        <source>Progress of computing</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Progress of the maps</source>
        <translation>绘制进度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/appearance.py"/>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Pulls the parameters towards 0.</source>
        <translation>把参数拉向 0。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Put the view above the large picture</source>
        <translation>把视图放到大图上方</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Put the view and its neighbour on tabs in one place</source>
        <translation>把视图与相邻视图作为标签页放在同一处</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Put the view at the left of the large picture</source>
        <translation>把视图放到大图左侧</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Put the view at the right of the large picture</source>
        <translation>把视图放到大图右侧</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Put the view below the large picture</source>
        <translation>把视图放到大图下方</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>QHAdam</source>
        <translation>QHAdam</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Qt and PySide6 are used as they are, under the LGPL: they may be replaced by other builds of the same version.</source>
        <translation>Qt 与 PySide6 依 LGPL 原样使用：可以替换为同一版本的其他构建。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Quartic</source>
        <translation>四次函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Quasi-hyperbolic momentum</source>
        <translation>拟双曲动量</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/box_rows.py"/>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/box_rows.py"/>
        <source>Range of {name}</source>
        <translation>{name} 的范围</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Rastrigin&apos;s function</source>
        <translation>Rastrigin 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/motion.py"/>
        <source>Reduced mo&amp;tion</source>
        <translation>减少动态效果(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>Refer to the file instead of copying its numbers</source>
        <translation>引用该文件，而不复制其中的数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_edits.py"/>
        <source>Remove a data point</source>
        <translation>删除数据点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Remove a lane</source>
        <translation>删除路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Rename a lane</source>
        <translation>重命名路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Reset &amp;all</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/main_window.py"/>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Right of the large picture</source>
        <translation>放到大图右侧</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Rosenbrock&apos;s valley</source>
        <translation>Rosenbrock 谷</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Round bowl</source>
        <translation>圆碗</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Rows</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Rows that one step looks at.</source>
        <translation>每一步使用的样本数。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>SVG (lines, any size)</source>
        <translation>SVG（线条，可任意缩放）</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Saddle</source>
        <translation>鞍面</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Save a picture of a view, or of all of them, as PNG or SVG</source>
        <translation>把一个或所有视图存为 PNG 或 SVG 图片</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Save every step of every lane as CSV or JSON</source>
        <translation>把每条路线的每一步存为 CSV 或 JSON</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Save the arithmetic of this step as text or LaTeX</source>
        <translation>把这一步的计算过程存为文本或 LaTeX</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Save the scenario to another file</source>
        <translation>把场景保存为另一个文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>Save the steps as a moving picture</source>
        <translation>把各步存为动画</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Saved: {file} ({size} kB)</source>
        <translation>已保存：{file}（{size} kB）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <source>Scene</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/schedule_control.py"/>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Sequential</source>
        <translation>顺序</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Sequential order</source>
        <translation>顺序更新次序</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>Sequential · {first} first</source>
        <translation>顺序 · 先 {first}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Settings &amp;panel</source>
        <translation>设置面板(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Share of outliers</source>
        <translation>离群点比例</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Share of the last velocity that is kept.</source>
        <translation>上一步速度中保留的比例。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Share of the new gradient that is left out, from the second step on.</source>
        <translation>从第二步起，新梯度中略去的比例。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Share of the promised fall</source>
        <translation>预期降幅的比例</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>Show a lane</source>
        <translation>显示路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Show again what was there before</source>
        <translation>重新显示之前的内容</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Show at the start</source>
        <translation>启动时显示</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Show momentum and velocity on contour and surface, and the trial points of a line search on the contour</source>
        <translation>在等高线图和曲面上显示动量与速度，在等高线图上显示线搜索的试探点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show or hide the settings at the left</source>
        <translation>显示或隐藏左侧的设置</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/layouts.py"/>
        <source>Show or hide this view</source>
        <translation>显示或隐藏此视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show start, minimum and path again</source>
        <translation>重新显示起点、极小值点和路径</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/gallery.py"/>
        <source>Show the gallery whenever gdsim starts without a file</source>
        <translation>每次不带文件启动 gdsim 时显示场景库</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show the last step</source>
        <translation>显示最后一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Show the loss of the current batch alone as thin lines on the contour</source>
        <translation>在等高线图上用细线显示仅由当前批量算出的损失</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show the next step</source>
        <translation>显示下一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show the start point</source>
        <translation>显示起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Show the step before, exactly as it was</source>
        <translation>显示上一步，与当时完全一致</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table.py"/>
        <source>Show the steps of all lanes, or of one with all its numbers</source>
        <translation>显示所有路线的各步，或一条路线的全部数值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Show the whole range again</source>
        <translation>重新显示整个范围</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Show what each data point adds to a squared loss, as a square</source>
        <translation>以正方形显示每个数据点对平方损失的贡献</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Shrinking factor</source>
        <translation>缩短因子</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Si&amp;ze and place</source>
        <translation>大小与位置(&amp;Z)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Sigmoid neuron</source>
        <translation>Sigmoid 神经元</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Six valleys in three depths, alike under a half turn: most starts miss the deepest.</source>
        <translation>六个谷、三种深度，旋转半周后重合：大多数起点到不了最深的谷。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Six-hump camel</source>
        <translation>六驼峰函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/mixing.py"/>
        <source>Smallest curvature</source>
        <translation>最小曲率</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Smallest learning rate</source>
        <translation>最小学习率</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/box_rows.py"/>
        <source>Smallest {name}</source>
        <translation>{name} 的最小值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>So many are not marked on the contour.</source>
        <translation>数量过多，等高线图上不作标记。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>Solutions of ∇J = 0 in the range that is shown.</source>
        <translation>所示范围内 ∇J = 0 的解。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Something went wrong in gdsim</source>
        <translation>gdsim 出错了</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Spread</source>
        <translation>离散程度</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Squared loss on a neuron is flat where the neuron saturates: it learns slowly.</source>
        <translation>神经元饱和时，平方损失变得平坦：学得很慢。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Standard deviation of what is added to y.</source>
        <translation>加在 y 上的噪声的标准差。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Standard deviation within a class.</source>
        <translation>类内标准差。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/scaling.py"/>
        <source>Standardise x</source>
        <translation>标准化 x</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Start b</source>
        <translation>起点 b</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/start_edits.py"/>
        <source>Start fro&amp;m the current point</source>
        <translation>从当前点开始(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/start_edits.py"/>
        <source>Start from the current point</source>
        <translation>从当前点开始</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_menu.py"/>
        <source>Start here: {place}</source>
        <translation>从这里开始：{place}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Start point</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Start w</source>
        <translation>起点 w</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Started on the ridge b = 0 the descent ends on the saddle; the least push frees it.</source>
        <translation>从山脊 b = 0 出发，下降会停在鞍点上；稍加扰动便能脱离。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>State as arro&amp;ws</source>
        <translation>以箭头显示状态(&amp;W)</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Steep across and flat along: the descent zigzags, and the steep side limits the step.</source>
        <translation>横向陡、纵向缓：下降呈之字形，步长受陡的方向限制。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Step &amp;forward</source>
        <translation>前进一步(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../gdsim/export/arithmetic.py"/>
        <location filename="../../gdsim/ui/panels/arithmetic.py"/>
        <source>Step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/step_view.py"/>
        <source>Step {step} — the arithmetic</source>
        <translation>第 {step} 步的计算过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>Step: drag to go through the run</source>
        <translation>步：拖动以浏览整个运行过程</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Steps between</source>
        <translation>间隔步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Steps down</source>
        <translation>衰减步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Steps shrink where the slope has been large.</source>
        <translation>斜率曾经较大的方向，步长变小。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/map_rates.py"/>
        <source>Steps until ‖∇J‖ ≤ 10⁻⁶ for each learning rate. A line: converges. Crosses: diverges after so many steps. Click to choose the rate.</source>
        <translation>各学习率达到 ‖∇J‖ ≤ 10⁻⁶ 所需的步数。线：收敛。叉：经过这些步数后发散。点击以选择学习率。</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>Stochastic</source>
        <translation>随机</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Stochastic descent looks at one row in each step.</source>
        <translation>随机下降在每一步只使用一个样本。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/computing.py"/>
        <source>Stop &amp;computing</source>
        <translation>停止计算(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Stop drawing the maps</source>
        <translation>停止绘制</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_stop.py"/>
        <source>Stop rules</source>
        <translation>停止规则</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Stop when a step hardly changes the loss.</source>
        <translation>当一步几乎不改变损失时停止。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Stop when a step hardly moves.</source>
        <translation>当一步几乎不移动时停止。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>Stop where the slope is nearly zero.</source>
        <translation>在斜率接近零处停止。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Styblinski–Tang function</source>
        <translation>Styblinski–Tang 函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Style {number}</source>
        <translation>样式 {number}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface.py"/>
        <source>Surface of J</source>
        <translation>J 的曲面</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <location filename="../../gdsim/scenario/specs.py"/>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Synchronous</source>
        <translation>同步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Table as text</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table.py"/>
        <source>Table of iterations</source>
        <translation>迭代表</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/views.py"/>
        <source>Table of steps</source>
        <translation>步骤表</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>Table of the data</source>
        <translation>数据表</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Take back the last edit</source>
        <translation>撤销上一次编辑</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>Take the chosen lane away</source>
        <translation>删除所选路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>Take the view out of the window, or put it back</source>
        <translation>把视图移出窗口，或放回窗口</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Takes only the sign of the momentum: every step is equally long.</source>
        <translation>只取动量的符号：每一步一样长。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Ten students; more hours make passing likelier, not certain.</source>
        <translation>十名学生；学习时间越长越可能及格，但并非必然。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Text at its normal size</source>
        <translation>文字恢复标准大小</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>The NumPy alias</source>
        <translation>NumPy 别名</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>The best intercept is 0.</source>
        <translation>最优截距为 0。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_actions.py"/>
        <source>The chosen lane once more, to change something in it</source>
        <translation>将所选路线复制一份，以便修改其中某项</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>The coupling makes sequential updates differ from synchronous ones; at 0 they agree.</source>
        <translation>耦合使顺序更新与同步更新不同；耦合系数为 0 时两者一致。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>The curve of the loss appears here.</source>
        <translation>损失函数的曲线会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>The data in {file} cannot be used here.</source>
        <translation>{file} 中的数据不能用在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>The end.</source>
        <translation>完。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>The first row has their names.</source>
        <translation>第一行为列名。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>The first {shown} are shown.</source>
        <translation>只显示前 {shown} 行。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>The gap to a sequential lane appears here, step by step. No sequential lane is shown: add one, or change the update order of a lane.</source>
        <translation>这里逐步显示与顺序路线的差距。现在没有显示顺序路线：请添加一条，或更改某条路线的更新顺序。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>The gap to a synchronous lane appears here, step by step. No synchronous lane is shown: add one, or change the update order of a lane.</source>
        <translation>这里逐步显示与同步路线的差距。现在没有显示同步路线：请添加一条，或更改某条路线的更新顺序。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>The lanes are now {distance} apart.</source>
        <translation>两条路线现在相距 {distance}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>The lanes differ; an edit here sets all of them.</source>
        <translation>各路线的值不同；此处的修改将应用于全部路线。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>The large picture</source>
        <translation>大图</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>The large picture stays where it is</source>
        <translation>大图的位置不变</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/sheet.py"/>
        <source>The large view</source>
        <translation>大视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>The learning rate has halved after one over this many steps.</source>
        <translation>经过此值的倒数那么多步后，学习率减半。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>The line goes through all points, so the smallest loss is 0.</source>
        <translation>直线过所有点，因此最小损失为 0。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>The mean of x is 0, so w and b do not influence each other.</source>
        <translation>x 的均值为 0，因此 w 与 b 互不影响。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>The negative gradient points straight at the minimum, and both update orders agree.</source>
        <translation>负梯度直指最小值点，两种更新方式一致。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/exporting.py"/>
        <source>The picture cannot be copied.</source>
        <translation>无法复制图片。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_tools.py"/>
        <source>The points as a table: type, paste, load or make them</source>
        <translation>以表格显示数据点：可输入、粘贴、载入或生成</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/box_rows.py"/>
        <source>The range that pictures show.</source>
        <translation>图中显示的范围。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>The report is in {file}</source>
        <translation>报告保存在 {file}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/stopping.py"/>
        <source>The run ends after this many parameter updates.</source>
        <translation>经过这么多次参数更新后，运行结束。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>The same seed draws the same numbers.</source>
        <translation>相同的种子产生相同的随机数。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>The same step lights up in every view</source>
        <translation>所有视图同时突出显示这一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>The scenario has unsaved changes. Save them?</source>
        <translation>场景有未保存的更改。要保存吗？</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>The scene is that of the lecture</source>
        <translation>当前就是讲课的这一幕</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/blank.py"/>
        <source>The screen is blank</source>
        <translation>屏幕已黑</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>The slope for b is asked for after w has moved, so it belongs to another point.</source>
        <translation>b 的斜率是在 w 移动之后求的，因此属于另一个点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>The slope tells which way is down, and shrinks to zero at the minimum.</source>
        <translation>斜率指明哪边是下坡，并在最小值点处减小到零。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/state_view.py"/>
        <source>The state of the optimizers appears here.</source>
        <translation>优化器的状态将显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface.py"/>
        <source>The surface of the loss appears here.</source>
        <translation>损失函数的曲面会显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>The unsaved work cannot be restored.</source>
        <translation>未保存的工作无法恢复。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_places.py"/>
        <source>The view is there, or it is the large picture itself</source>
        <translation>视图已在该处，或它就是大图本身</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>The {shown} lowest of {count} solutions of ∇J = 0 that were found in the range that is shown.</source>
        <translation>在所示范围内找到 {count} 个 ∇J = 0 的解，此处列出其中 J 最小的 {shown} 个。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>There are {most} lanes, more cannot be compared.</source>
        <translation>已有 {most} 条路线，无法再增加。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/critical.py"/>
        <source>There is no critical point in this range.</source>
        <translation>此范围内没有临界点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>There is no edit to take back</source>
        <translation>没有可撤销的编辑</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>There is no presentation</source>
        <translation>没有在放映</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>There is no row of names.</source>
        <translation>没有列名行。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>There is only one parameter, so nothing moves in between: both orders are the same.</source>
        <translation>只有一个参数，中间没有任何移动：两种更新方式相同。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>This is an error of gdsim, not yours.</source>
        <translation>这是 gdsim 的错误，不是您的错误。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>This is the last step</source>
        <translation>已是最后一步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <location filename="../../gdsim/ui/start_edits.py"/>
        <source>This is the start</source>
        <translation>已在起点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/commands.py"/>
        <source>This problem cannot be shown.</source>
        <translation>无法显示这个问题。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/data_tools.py"/>
        <source>This problem has no data</source>
        <translation>此问题没有数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>This problem has no data to draw from.</source>
        <translation>这个问题没有可供抽样的数据。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/data_fit.py"/>
        <source>This problem has no data. Choose a model on data (linear regression, logistic regression or a neuron) as the problem: its points and the fit appear here.</source>
        <translation>该问题没有数据。请选择基于数据的模型（线性回归、逻辑回归或神经元）作为问题，其数据点与拟合将显示在这里。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Three houses</source>
        <translation>三套房屋</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Three valleys in a row: from the outer ones the deepest is out of reach.</source>
        <translation>三个谷排成一列：从外侧的谷到不了最深的谷。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Three ways down and no curvature in the middle: second derivatives cannot tell its kind.</source>
        <translation>三条下坡路，中心处曲率为零：二阶导数无法判断它的类型。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_valleys.py"/>
        <source>Three-hump camel</source>
        <translation>三驼峰函数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/presenter.py"/>
        <source>To be expected</source>
        <translation>预期的意外</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>To the &amp;end</source>
        <translation>到终点(&amp;E)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>To the &amp;start</source>
        <translation>到起点(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>Twice as large</source>
        <translation>两倍大</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Two classes along one line; where they overlap, no boundary is perfect.</source>
        <translation>一条线上的两个类别；重叠之处没有完美的分界。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <source>Two clusters</source>
        <translation>两个簇</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Two equations solved by least squares: the minimum is where both hold, at (1, 3).</source>
        <translation>用最小二乘解两个方程：两式同时成立的点 (1, 3) 就是最小值点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/palette.py"/>
        <source>Type what you want to do</source>
        <translation>输入想做的事</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>Typed formula</source>
        <translation>输入公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/entry.py"/>
        <source>Undo what was tried out and show the scene of the lecture</source>
        <translation>撤销试过的更改，显示讲课的这一幕</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>Unsaved work</source>
        <translation>未保存的工作</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <location filename="../../gdsim/ui/exporting.py"/>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Update order</source>
        <translation>更新顺序</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/actions.py"/>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/widgets/optional_control.py"/>
        <source>Use this rule: {rule}</source>
        <translation>启用此规则：{rule}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_traps.py"/>
        <source>Vanishing gradient: a saturated neuron sits on a plateau and learns almost nothing.</source>
        <translation>梯度消失：饱和的神经元停在平台上，几乎学不到东西。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Vanishing gradient: far out the curve is almost flat, so the first steps hardly move.</source>
        <translation>梯度消失：远处的曲线几乎是平的，最初几步几乎不动。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Variant</source>
        <translation>下降方式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Version and licences</source>
        <translation>版本与许可证</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/modes.py"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_bowls.py"/>
        <source>Walls at the corners and a long flat floor: one learning rate must serve both.</source>
        <translation>四角是陡壁，中间是又长又平的谷底：同一个学习率要兼顾两者。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/hyper.py"/>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Weight decay as in AdamW.</source>
        <translation>与 AdamW 相同的权重衰减。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Weight of the mean</source>
        <translation>均值的权重</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/descent.py"/>
        <source>Weight of the momentum</source>
        <translation>动量的权重</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adam.py"/>
        <source>Weight of the squares</source>
        <translation>平方均值的权重</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/form.py"/>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>What a step makes of the gradient.</source>
        <translation>每一步如何使用梯度。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>What gdsim is made of, with the licence of each part</source>
        <translation>gdsim 的组成部分及其许可证</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_problem.py"/>
        <source>What is minimised: a model on data, a landscape, a formula</source>
        <translation>要最小化的对象：数据模型、函数地形或公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>What is set here goes to one lane: {lane}.</source>
        <translation>这里的设置只用于一条路线：{lane}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>What the axis counts</source>
        <translation>横轴的计数方式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>What the axis counts; a step computes one gradient for each row of its batch</source>
        <translation>横轴的计数方式；每一步为其批量中的每一行计算一个梯度</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>What the learning rate is multiplied by.</source>
        <translation>学习率所乘的因子。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Wheel on a picture</source>
        <translation>在图形上滚动滚轮</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <source>Where every lane begins.</source>
        <translation>所有路线共同的出发点。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/about.py"/>
        <source>Where reports of errors inside gdsim are</source>
        <translation>gdsim 内部错误报告的存放位置</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/landscapes_line.py"/>
        <source>Where the descent ends depends on where it starts: two valleys, one deeper.</source>
        <translation>下降的终点取决于起点：两个谷，其中一个更深。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>Where the learning rate ends.</source>
        <translation>学习率最终的取值。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/view_options.py"/>
        <source>Where the loss is not positive, show J − J* in place of J, on a logarithmic scale</source>
        <translation>损失不为正时，改在对数坐标上显示 J − J*</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/optimizers/adaptive.py"/>
        <source>Where the sum of squared gradients begins.</source>
        <translation>梯度平方和的初始值。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>Where they differ</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>Which parameter a sequential step updates first; the next sees it already moved.</source>
        <translation>顺序更新的一步先更新哪个参数；后一个参数看到的是它移动之后的值。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/wish.py"/>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>With a copy</source>
        <translation>使用副本</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/map_rates.py"/>
        <source>With more than {most} data rows this map would take too long.</source>
        <translation>数据超过 {most} 行时，绘制此图耗时过长。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>With one parameter both update orders are the same: there is no gap.</source>
        <translation>只有一个参数时，两种更新顺序相同：没有差距。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>With one parameter there is no order to choose.</source>
        <translation>只有一个参数，没有次序可选。</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/specs.py"/>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>With replacement</source>
        <translation>有放回抽样</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>Without replacement</source>
        <translation>无放回抽样</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/scaling.py"/>
        <source>Works on (x − mean)/deviation in place of x: another surface, and w, b in new units.</source>
        <translation>用 (x − 均值) / 标准差代替 x：曲面随之改变，w 与 b 采用新的单位。</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/__init__.py"/>
        <source>Your own formula</source>
        <translation>自定义公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/question.py"/>
        <source>Your point is {distance} away</source>
        <translation>您的点相距 {distance}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/reporting.py"/>
        <source>Your unsaved work has been kept; it is offered again if gdsim should end now.</source>
        <translation>未保存的工作已留存；即使 gdsim 现在退出，下次也会提示恢复。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/expressions.py"/>
        <source>a brace has no partner; placeholders look like {example}</source>
        <translation>有花括号没有配对；占位符形如 {example}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>a difference needs a width above 0</source>
        <translation>差分的宽度必须大于 0</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>a listing needs a problem with two parameters</source>
        <translation>代码清单需要有两个参数的问题</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>a placeholder needs a scene to take its number from</source>
        <translation>占位符需要有一幕来提供数值</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/changes.py"/>
        <source>a scene has exactly one of: {allowed}</source>
        <translation>一幕必须恰好含有以下之一：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>a value is expected here, not “{found}”</source>
        <translation>这里应为一个值，而不是“{found}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/model.py"/>
        <source>all lanes together, the learning rate may change at most {most} times; choose an earlier step or fewer lanes</source>
        <translation>所有路线的学习率合计最多变化 {most} 次；请选更早的一步，或减少路线</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>an answer has when or right, not both</source>
        <translation>一个答案只能有 when 或 right 之一</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>an operator is missing between two numbers</source>
        <translation>两个数之间缺少运算符</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>at a minimum, about {distance} from its exact place</source>
        <translation>在极小值点处，距其精确位置约 {distance}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>at the limit, neither converges nor diverges</source>
        <translation>正在界限上，既不收敛也不发散</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>at this pace the minimum is about {steps} steps away</source>
        <translation>照此速度，离极小值点约有 {steps} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/export/arithmetic.py"/>
        <location filename="../../gdsim/ui/arithmetic_text.py"/>
        <location filename="../../gdsim/ui/panels/number_text.py"/>
        <source>at {point}</source>
        <translation>于 {point}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>b, then w</source>
        <translation>先 b 后 w</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>best {rate}</source>
        <translation>最佳 {rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/atomic.py"/>
        <source>cannot be saved: it is a folder</source>
        <translation>无法保存：这是一个文件夹</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>cannot be saved: it would be larger than {limit} MB</source>
        <translation>无法保存：文件将超过 {limit} MB</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>cannot be saved: the CSV file is on another drive; put it beside the scenario</source>
        <translation>无法保存：CSV 文件在另一个驱动器上；请把它放在场景文件旁边</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/atomic.py"/>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>cannot be saved: {cause}</source>
        <translation>无法保存：{cause}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>converged</source>
        <translation>已收敛</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>converged at step {step}: the gradient norm {value} is at most {limit}</source>
        <translation>在第 {step} 步收敛：梯度范数 {value} 不超过 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>converged at step {step}: the loss changed by {value}, at most {limit}</source>
        <translation>在第 {step} 步收敛：损失的变化 {value} 不超过 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>converged at step {step}: the parameters changed by {value}, at most {limit}</source>
        <translation>在第 {step} 步收敛：参数的变化 {value} 不超过 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>converges</source>
        <translation>收敛</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>crawling</source>
        <translation>进展缓慢</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>crawls</source>
        <translation>进展缓慢</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/critical.py"/>
        <source>degenerate critical point</source>
        <translation>退化临界点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>descending</source>
        <translation>正在下降</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>diverged at step {step}: the loss is {value}, beyond {limit}</source>
        <translation>在第 {step} 步发散：损失为 {value}，超过 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>diverged at step {step}: the parameters are {value} from zero, beyond {limit}</source>
        <translation>在第 {step} 步发散：参数到原点的距离为 {value}，超过 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>diverges</source>
        <translation>发散</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>diverging</source>
        <translation>正在发散</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>division by zero</source>
        <translation>除数为零</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>does not belong to a question of this kind</source>
        <translation>不属于这类问题</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>draft: the first {shown} steps of at most {most}</source>
        <translation>草稿：最多 {most} 步中的前 {shown} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/model.py"/>
        <source>draws too many rows in all; batch size times steps may be at most {limit}</source>
        <translation>抽取的样本总数过多；批大小乘以步数最多为 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>ended at step {step}: a number is no longer finite</source>
        <translation>在第 {step} 步终止：出现了非有限的数值</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/runner.py"/>
        <source>exactly one answer must be right; here {count} are</source>
        <translation>必须恰好有一个正确答案；这里有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>from step {step}: {rate}</source>
        <translation>从第 {step} 步起：{rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/export/arithmetic.py"/>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>gap in {name} {value}</source>
        <translation>{name} 的差距 {value}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>gap {distance}</source>
        <translation>差距 {distance}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recovery.py"/>
        <source>gdsim ended unexpectedly. Work that had not been saved was kept:</source>
        <translation>gdsim 意外退出。未保存的工作已留存：</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/feature.py"/>
        <source>gdsim lecture</source>
        <translation>gdsim 讲课</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>gdsim scenario</source>
        <translation>gdsim 场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>gdsim takes scenarios ({scenario}), lectures ({lecture}) and tables ({tables}).</source>
        <translation>gdsim 可以打开场景（{scenario}）、讲课（{lecture}）和表格（{tables}）。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <source>gradients computed</source>
        <translation>已计算的梯度数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>hardly moving: the gradient norm is {gradient_norm}, and this is not a minimum</source>
        <translation>几乎不动：梯度范数为 {gradient_norm}，而这里不是极小值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface_heights.py"/>
        <source>height: J</source>
        <translation>高度：J</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface_heights.py"/>
        <source>height: log(1 + (J − {low}) / {scale})</source>
        <translation>高度：log(1 + (J − {low}) / {scale})</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface_heights.py"/>
        <source>height: log(1 + J / {scale})</source>
        <translation>高度：log(1 + J / {scale})</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>invisible or unknown character {code}</source>
        <translation>不可见或无法识别的字符 {code}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>is a folder, not a file</source>
        <translation>是文件夹，不是文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <location filename="../../gdsim/scenario/fields.py"/>
        <location filename="../../gdsim/scenario/problem_spec.py"/>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/files.py"/>
        <location filename="../../gdsim/scenario/strict_json.py"/>
        <source>is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/reading.py"/>
        <source>is no language; write en or zh_CN</source>
        <translation>不是语言代码；请写 en 或 zh_CN</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/changes.py"/>
        <source>is no scene that comes with gdsim</source>
        <translation>不是 gdsim 自带的场景</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/strict_json.py"/>
        <source>is not JSON text: line {line}, column {column} cannot be read</source>
        <translation>不是 JSON 文本：无法读取第 {line} 行第 {column} 列</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/files.py"/>
        <source>is not TOML: {cause}</source>
        <translation>不是 TOML：{cause}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>is not a gdsim scenario: the field {name} is missing</source>
        <translation>不是 gdsim 场景：缺少字段 {name}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>is not a plain file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>is not known here; allowed: {allowed}</source>
        <translation>此处没有这一项；允许：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/data_spec.py"/>
        <source>is relative to the scenario, which has not been saved yet</source>
        <translation>是相对于场景文件的路径，但场景尚未保存</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/model.py"/>
        <source>is too much work: data rows times steps times lanes may be at most {limit}</source>
        <translation>计算量过大：数据行数 × 步数 × 路线数最多为 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>local {name}</source>
        <translation>局部{name}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/critical.py"/>
        <source>maximum</source>
        <translation>极大值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>may have only one of: {allowed}</source>
        <translation>只能含有以下之一：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/critical.py"/>
        <source>minimum</source>
        <translation>极小值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>momentum limit {rate}</source>
        <translation>动量界限 {rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>more than {limit} brackets within brackets</source>
        <translation>括号嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>moving downhill, gradient norm {gradient_norm}</source>
        <translation>正在下坡，梯度范数 {gradient_norm}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/problems/logistic.py"/>
        <source>must be 0 or 1 in every row</source>
        <translation>每一行都必须为 0 或 1</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/strict_json.py"/>
        <source>must be Unicode text</source>
        <translation>必须是 Unicode 文本</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>must be a digit from 1 to 9</source>
        <translation>必须是 1 到 9 的一位数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <location filename="../../gdsim/scenario/strict_json.py"/>
        <source>must be a finite number</source>
        <translation>必须是有限的数</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must be a list in brackets</source>
        <translation>必须是方括号中的列表</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>must be a list of 1 to {most} pairs [step, rate]</source>
        <translation>必须是由 1 到 {most} 个 [step, rate] 数对组成的列表</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>must be a pair [step, rate]</source>
        <translation>必须是 [step, rate] 数对</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/data_spec.py"/>
        <source>must be a path relative to this file, with / between folders</source>
        <translation>必须是相对于本文件的路径，文件夹之间用 / 分隔</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_texts.py"/>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must be a text in quotation marks</source>
        <translation>必须是引号中的文本</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>must be a whole number from 1 to {newest}</source>
        <translation>必须是 1 到 {newest} 之间的整数</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must be a whole number or “end”</source>
        <translation>必须是整数或“end”</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/schedules.py"/>
        <source>must be a whole number, 0 at first and then increasing</source>
        <translation>必须是整数，从 0 开始并递增</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must be an object in braces</source>
        <translation>必须是花括号中的对象</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must be before step</source>
        <translation>必须在 step 之前</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>must be from 2 to {most}</source>
        <translation>必须在 2 到 {most} 之间</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/datasets.py"/>
        <location filename="../../gdsim/engine/optimizers/__init__.py"/>
        <location filename="../../gdsim/engine/params.py"/>
        <location filename="../../gdsim/engine/problems/logistic.py"/>
        <location filename="../../gdsim/engine/problems/neuron.py"/>
        <location filename="../../gdsim/scenario/fields.py"/>
        <location filename="../../gdsim/scenario/problem_spec.py"/>
        <source>must be one of: {allowed}</source>
        <translation>必须是以下之一：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>must be small letters, digits and hyphens</source>
        <translation>必须由小写字母、数字和连字符组成</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must be true</source>
        <translation>必须是 true</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>must be {newest}</source>
        <translation>必须是 {newest}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/params.py"/>
        <source>must be {range}</source>
        <translation>必须在 {range} 内</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>must be “{format}”</source>
        <translation>必须是“{format}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <location filename="../../gdsim/scenario/reading.py"/>
        <location filename="../../gdsim/ui/panels/parameters_edits.py"/>
        <source>must go from a smaller to a larger number</source>
        <translation>必须从较小的数到较大的数</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must go from a step to a later one, at most {most} on</source>
        <translation>必须从一步到更晚的一步，最多相隔 {most} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/data_spec.py"/>
        <source>must have as many numbers as x: {count}</source>
        <translation>数的个数必须与 x 相同：{count}</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must have {count} entries</source>
        <translation>必须有 {count} 项</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/simulate.py"/>
        <location filename="../../gdsim/scenario/model.py"/>
        <source>must have {count} numbers</source>
        <translation>必须有 {count} 个数</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_texts.py"/>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must have {least} to {most} characters</source>
        <translation>必须有 {least} 到 {most} 个字符</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must have {least} to {most} entries</source>
        <translation>必须有 {least} 到 {most} 项</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must make at most {most} beats</source>
        <translation>最多只能有 {most} 拍</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/simulate.py"/>
        <location filename="../../gdsim/scenario/reading.py"/>
        <source>must name each of the {count} parameters once</source>
        <translation>{count} 个参数必须各出现一次</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>must not be before step</source>
        <translation>不得在 step 之前</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_texts.py"/>
        <source>must not have control characters</source>
        <translation>不得含有控制字符</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/fields.py"/>
        <source>must not have line breaks or other control characters</source>
        <translation>不得含有换行或其他控制字符</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>needs a listing: the field code of the scene</source>
        <translation>需要代码清单：即这一幕的 code 字段</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>needs captions, one for each line of the listing</source>
        <translation>需要 captions，代码清单的每一行一条</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>new is theta under a second name, not a copy: writing to one changes the other.</source>
        <translation>new 只是 theta 的另一个名字，不是副本：改写其中一个，另一个也随之改变。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>no slope here: the values are too large for a computer&apos;s numbers</source>
        <translation>这里没有斜率：数值超出了计算机能表示的范围</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>none: {share}</source>
        <translation>无：{share}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>not finite</source>
        <translation>出现非有限数值</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <location filename="../../gdsim/scenario/strict_json.py"/>
        <source>occurs twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading_beats.py"/>
        <source>one of the answers must have when, or right = true</source>
        <translation>必须有一个答案带有 when 或 right = true</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_run.py"/>
        <source>only gradient descent has a predicted gap</source>
        <translation>只有梯度下降才有可预测的差距</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>only w</source>
        <translation>只有 w</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/shortcuts.py"/>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>oscillates, converges</source>
        <translation>震荡并收敛</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>oscillating</source>
        <translation>正在震荡</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>outside this picture</source>
        <translation>在图外</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>point</source>
        <translation>小数点</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>row {row} cannot be read; is a quotation mark left open?</source>
        <translation>无法读取第 {row} 行；是否有未闭合的引号？</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>row {row} has {count} columns instead of {expected}</source>
        <translation>第 {row} 行有 {count} 列，应为 {expected} 列</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>row {row} is empty</source>
        <translation>第 {row} 行为空</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>row {row}, column “{column}”: the value is missing</source>
        <translation>第 {row} 行“{column}”列：缺少值</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>row {row}, column “{column}”: {cell} is beyond ±10¹²</source>
        <translation>第 {row} 行“{column}”列：{cell} 超出 ±10¹²</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>row {row}, column “{column}”: “{cell}” has another decimal sign than the rest</source>
        <translation>第 {row} 行“{column}”列：“{cell}”的小数点符号与其他行不同</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>row {row}, column “{column}”: “{cell}” is not a number</source>
        <translation>第 {row} 行“{column}”列：“{cell}”不是数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/critical.py"/>
        <source>saddle point</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/feature.py"/>
        <source>scene {number}</source>
        <translation>第 {number} 幕</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <source>sequential</source>
        <translation>顺序</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>sequential limit {rate}</source>
        <translation>顺序界限 {rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>slope 0: stop</source>
        <translation>斜率 0：停止</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>slope {slope} &lt; 0: go right</source>
        <translation>斜率 {slope} &lt; 0：向右走</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/curve1d.py"/>
        <source>slope {slope} &gt; 0: go left</source>
        <translation>斜率 {slope} &gt; 0：向左走</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>stalled on a plateau</source>
        <translation>停滞在平台上</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/table_model.py"/>
        <location filename="../../gdsim/ui/plots/curve_scale.py"/>
        <location filename="../../gdsim/ui/plots/curves.py"/>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>step {step} / {steps}</source>
        <translation>第 {step} / {steps} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/map_rates.py"/>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>stopped at the limit of {limit} steps</source>
        <translation>达到 {limit} 步的上限，停止</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>sync limit {rate}</source>
        <translation>同步界限 {rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lane_names.py"/>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>synchronous</source>
        <translation>同步</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/errors.py"/>
        <source>takes too many steps in all; lanes times max_steps may add up to {limit}</source>
        <translation>总步数过多；路线数乘以 max_steps 的总和最多为 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/changes.py"/>
        <source>takes too many steps; lanes times max_steps may be at most {limit}</source>
        <translation>步数过多；路线数乘以 max_steps 最多为 {limit}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <location filename="../../gdsim/lectures/quantities_run.py"/>
        <source>the Hessian is not finite there</source>
        <translation>该处的 Hessian 矩阵不是有限的</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>the base of a variable power must be positive</source>
        <translation>指数含变量时，底数必须为正</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>the bracket of {name} is never closed</source>
        <translation>{name} 的括号没有闭合</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>the file cannot be read: {cause}</source>
        <translation>无法读取文件：{cause}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>the file has more than {limit} columns</source>
        <translation>文件超过 {limit} 列</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>the file has more than {limit} rows</source>
        <translation>文件超过 {limit} 行</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>the file has no rows</source>
        <translation>文件没有数据行</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>the file has {count} columns; call two of them x and y</source>
        <translation>文件有 {count} 列；请将其中两列命名为 x 和 y</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>the file is larger than {limit} MB</source>
        <translation>文件超过 {limit} MB</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/files.py"/>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>the file is not UTF-8 text</source>
        <translation>文件不是 UTF-8 文本</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>the file is not UTF-8 text; save it as “CSV UTF-8”</source>
        <translation>文件不是 UTF-8 文本；请另存为“CSV UTF-8”</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>the file must be UTF-8 without a byte-order mark</source>
        <translation>文件必须是不带字节顺序标记的 UTF-8</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/changes.py"/>
        <source>the first scene has nothing to change; write scenario or builtin</source>
        <translation>第一幕没有可更改的内容；请写 scenario 或 builtin</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>the formula ends where a value is expected</source>
        <translation>公式结尾处还缺少一个值</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>the formula has more than {limit} parts</source>
        <translation>公式的组成部分超过 {limit} 个</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>the formula is empty</source>
        <translation>公式为空</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>the formula is longer than {limit} characters</source>
        <translation>公式超过 {limit} 个字符</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>the formula is nested too deeply</source>
        <translation>公式嵌套过深</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>the loss and the steps have grown {count} times in a row</source>
        <translation>损失与步长已连续 {count} 次增大</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>the next steps are still to be computed</source>
        <translation>后面的步尚未计算</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_run.py"/>
        <source>the optimizer remembers: {allowed}</source>
        <translation>优化器记住的量：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>the problem has {count} critical points in view</source>
        <translation>这个问题在视图范围内有 {count} 个临界点</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>the problem has {count} known minima</source>
        <translation>这个问题有 {count} 个已知的极小值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>the view “code” and the field code belong together</source>
        <translation>视图“code”与字段 code 必须同时出现</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>there are no rows</source>
        <translation>没有数据行</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_run.py"/>
        <source>there is a closed form only for plain descent on a quadratic</source>
        <translation>只有在二次函数上的普通梯度下降才有闭式解</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>there is a row of names, but no row of numbers</source>
        <translation>只有名称行，没有数字行</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>there is no boundary where w is 0</source>
        <translation>w 为 0 时没有分界</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>there is no column “{name}”; there are: {allowed}</source>
        <translation>没有名为“{name}”的列；现有的列：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_run.py"/>
        <source>there is no direction where the gradient is zero</source>
        <translation>梯度为零处没有方向</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/data_spec.py"/>
        <source>there is no file “{file}”</source>
        <translation>没有文件“{file}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>there is no permission to read the file</source>
        <translation>没有读取该文件的权限</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <source>there is no quantity “{name}”</source>
        <translation>没有名为“{name}”的量</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/facts.py"/>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <location filename="../../gdsim/lectures/runner.py"/>
        <source>there is no step {step}; the lane makes {steps}</source>
        <translation>没有第 {step} 步；这条路线共 {steps} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/runner.py"/>
        <source>there is no step {step}; the longest lane makes {steps}</source>
        <translation>没有第 {step} 步；最长的路线共 {steps} 步</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/files.py"/>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>there is no such limit where the loss is not curved upwards</source>
        <translation>损失不向上弯曲之处没有这样的界限</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>there is no text in the clipboard</source>
        <translation>剪贴板里没有文字</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/pictures.py"/>
        <source>there is not enough memory for a picture of this size</source>
        <translation>内存不足，无法生成这么大的图片</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>there is nothing between the brackets</source>
        <translation>括号之间没有内容</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>this bar “|” is never closed</source>
        <translation>这个绝对值符号“|”没有闭合</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>this bracket is never closed</source>
        <translation>这个括号没有闭合</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>this bracket was never opened</source>
        <translation>这个括号没有对应的左括号</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>this is not a finite real number</source>
        <translation>结果不是有限的实数</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>this number is too large</source>
        <translation>这个数太大</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>this problem has no data</source>
        <translation>这个问题没有数据</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/facts.py"/>
        <source>this problem has no formula to show</source>
        <translation>这个问题没有可显示的公式</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/facts.py"/>
        <source>this problem has no known minimum</source>
        <translation>这个问题没有已知的极小值点</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>this problem has no parameter {name}</source>
        <translation>这个问题没有参数 {name}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/facts.py"/>
        <source>this scene has no lane “{lane}”</source>
        <translation>这一幕没有路线“{lane}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/facts.py"/>
        <source>this scene has no listing</source>
        <translation>这一幕没有代码清单</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/state_rows.py"/>
        <source>trial points</source>
        <translation>试探点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/state_rows.py"/>
        <source>tried {rates}</source>
        <translation>试探 {rates}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/data.py"/>
        <source>two columns are called “{name}”</source>
        <translation>有两列都叫“{name}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>unexpected comma; decimals are written 1.5</source>
        <translation>此处不应有逗号；小数请写成 1.5</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/names.py"/>
        <source>unknown function “{name}”</source>
        <translation>未知函数“{name}”</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/names.py"/>
        <source>unknown name “{name}”: did you mean {meant}?</source>
        <translation>未知名称“{name}”：是否想写 {meant}？</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/names.py"/>
        <source>unknown name “{name}”; the variables are {names}</source>
        <translation>未知名称“{name}”；可用的变量是 {names}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/listings.py"/>
        <source>w is assigned before b, but both slopes were already worked out: nothing is lost.</source>
        <translation>w 先于 b 赋值，但两个斜率都已事先算好：结果不受影响。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_descent.py"/>
        <source>w, then b</source>
        <translation>先 w 后 b</translation>
    </message>
    <message>
        <location filename="../../gdsim/scenario/files.py"/>
        <source>was made by a newer gdsim; this one reads versions up to {newest}</source>
        <translation>由更新版本的 gdsim 生成；当前版本最高可读到版本 {newest}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>where am I?</source>
        <translation>我在哪里？</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>write only what stands to the right of the “=”</source>
        <translation>只需写出“=”右边的部分</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>write the power behind the brackets: {name}(w)^2</source>
        <translation>幂应写在括号之后：{name}(w)^2</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_table.py"/>
        <source>{count} columns do not fit; there are only x and y</source>
        <translation>{count} 列放不下；只有 x 和 y 两列</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>{count} pictures, {seconds} s, in the language of the window: {language}</source>
        <translation>{count} 幅，{seconds} 秒，使用窗口的语言：{language}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/data_fit.py"/>
        <source>{count} points</source>
        <translation>{count} 个点</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/data_editor.py"/>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/dialogs/csv_preview.py"/>
        <source>{count} rows; decimal sign: {sign}.</source>
        <translation>{count} 行；小数符号：{sign}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>{draft}, computing {share}</source>
        <translation>{draft}，计算中 {share}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>{draft}, stopped at {share}</source>
        <translation>{draft}，已停在 {share}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/recent_files.py"/>
        <source>{file} (not found)</source>
        <translation>{file}（未找到）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <location filename="../../gdsim/ui/lecture/feature.py"/>
        <source>{file} cannot be opened.</source>
        <translation>无法打开 {file}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/documents.py"/>
        <source>{file} cannot be saved.</source>
        <translation>无法保存 {file}。</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/parameters_rate.py"/>
        <source>{first}, then {count} changes; from step {step}: {rate}</source>
        <translation>{first}，之后改变 {count} 次；从第 {step} 步起：{rate}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/lanes.py"/>
        <source>{lane} (hidden)</source>
        <translation>{lane}（已隐藏）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>{lane}: each batch has limits of its own</source>
        <translation>{lane}：每个批量各有自己的界限</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>{lane}: for {optimizer} no limit of α is known</source>
        <translation>{lane}：{optimizer} 没有已知的 α 界限</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/surface_picture.py"/>
        <source>{lane}: outside this picture</source>
        <translation>{lane}：在图外</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>{lane}: the surface curves downward here, so no limit holds</source>
        <translation>{lane}：曲面在此处向下弯，因此没有界限可言</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>{lane}: {behaviour}</source>
        <translation>{lane}：{behaviour}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>{lane}: {state}</source>
        <translation>{lane}：{state}</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>{name} needs brackets: {name}({example})</source>
        <translation>{name} 需要括号：{name}({example})</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>{name} takes 1 value, got {found}</source>
        <translation>{name} 需要 1 个值，现有 {found} 个</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/parser.py"/>
        <source>{name} takes {count} values or more, got {found}</source>
        <translation>{name} 至少需要 {count} 个值，现有 {found} 个</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/diagnosis.py"/>
        <source>{opposed} of the last {pairs} steps turned back on the one before</source>
        <translation>最近 {pairs} 步中有 {opposed} 步与前一步方向相反</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/simulate.py"/>
        <source>{optimizer} mixes the coordinates, so it has no sequential form</source>
        <translation>{optimizer} 会混合各坐标，因此没有顺序更新的形式</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>{rows} rows; every number reads back to the same bits</source>
        <translation>{rows} 行；每个数读回后逐位相同</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/guidance.py"/>
        <source>{said} (near this point)</source>
        <translation>{said}（在此点附近）</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/plots/maps.py"/>
        <source>{share} end in another minimum: {count} of {whole}</source>
        <translation>{share} 到达不同的极小值：{whole} 个中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/panels/player.py"/>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/export/dialog.py"/>
        <source>{width} × {height} pixels, in the language of the window: {language}</source>
        <translation>{width} × {height} 像素，使用窗口的语言：{language}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/lecture/bar.py"/>
        <source>α × gradient</source>
        <translation>α × 梯度</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>“;” has no meaning here; values are separated by commas</source>
        <translation>“;”在这里没有意义；多个值之间用逗号分隔</translation>
    </message>
    <message>
        <location filename="../../gdsim/engine/formula/tokens.py"/>
        <source>“{char}” has no meaning in a formula</source>
        <translation>“{char}”在公式中没有意义</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <source>“{name}” has no steps</source>
        <translation>“{name}”没有步数之分</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <source>“{name}” must be followed by one of: {allowed}</source>
        <translation>“{name}”之后必须是以下之一：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/reading.py"/>
        <source>“{name}” occurs twice</source>
        <translation>“{name}”出现了两次</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/quantities.py"/>
        <location filename="../../gdsim/lectures/quantities_problem.py"/>
        <source>“{name}” takes {count} numbers in brackets</source>
        <translation>“{name}”的括号中需要 {count} 个数</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/expressions.py"/>
        <source>“{part}” cannot be read as a placeholder</source>
        <translation>“{part}”不能读作占位符</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/expressions.py"/>
        <source>“{part}” is no comparison such as {example}</source>
        <translation>“{part}”不是形如 {example} 的比较</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/drops.py"/>
        <source>“{problem}” has no data. Choose linear regression or another model first.</source>
        <translation>“{problem}”没有数据。请先选择线性回归或其他模型。</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/expressions.py"/>
        <source>“{right}” is not a number</source>
        <translation>“{right}”不是数字</translation>
    </message>
    <message>
        <location filename="../../gdsim/lectures/expressions.py"/>
        <source>“{right}” must be one of: {allowed}</source>
        <translation>“{right}”必须是以下之一：{allowed}</translation>
    </message>
    <message>
        <location filename="../../gdsim/ui/sentences.py"/>
        <source>∂J/∂{later} was taken after {first} had moved to {value}, not at {point}. That is a different algorithm, not gradient descent.</source>
        <translation>∂J/∂{later} 是在 {first} 移动到 {value} 之后求的，而不是在 {point} 处求的。这是另一种算法，不是梯度下降。</translation>
    </message>
</context>
</TS>
